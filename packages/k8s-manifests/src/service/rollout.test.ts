import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { expect, it } from 'vitest';
import { cases, exposed, only, unexposed } from '../../scripts/testing/rendered.ts';

const rolloutOf = ({ manifests }: (typeof cases)[number]) => only<IRollout>(manifests, 'Rollout');
const canaryOf = (subject: (typeof cases)[number]) => {
  const canary = rolloutOf(subject).spec.strategy?.canary;
  if (canary === undefined) throw new TypeError('no canary');
  return canary;
};

it.each(cases)('leaves the count of $label to its autoscaler', (subject) => {
  expect(rolloutOf(subject).spec).not.toHaveProperty('replicas');
  expect(only(subject.manifests, 'HorizontalPodAutoscaler')).toHaveProperty('spec.scaleTargetRef', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    name: rolloutOf(subject).metadata?.name,
  });
});

it.each(cases)('moves $label by the weights and holds of its policy', (subject) => {
  const { canary } = subject.cluster.environment;
  const steps = canaryOf(subject).steps ?? [];
  expect(
    steps.flatMap(({ setWeight, pause }, index) =>
      setWeight === undefined
        ? []
        : [[setWeight, steps.slice(index).find((step) => step.pause)?.pause?.duration ?? pause]],
    ),
  ).toEqual(canary.steps.map(({ percent, holdMinutes }) => [percent, `${holdMinutes}m`]));
});

it.each(cases)('asks for an approval before the first share of $label where one is due', (s) => {
  const steps = canaryOf(s).steps ?? [];
  const gates = steps.filter(({ pause }) => pause && pause.duration === undefined);
  expect(gates).toHaveLength(s.cluster.environment.approval ? 1 : 0);
  const gate = steps.findIndex(({ pause }) => pause && pause.duration === undefined);
  expect(gate).toBeLessThan(steps.findIndex(({ setWeight }) => setWeight !== undefined));
});

it.each(cases)('starts to judge $label at its first timed pause', (subject) => {
  const { steps = [], analysis } = canaryOf(subject);
  const timed = steps.findIndex(({ pause }) => pause?.duration !== undefined);
  expect(timed).toBeGreaterThan(0);
  expect(analysis?.startingStep).toBe(timed);
});

it.each(cases)('aborts $label by itself when it does not come up', (subject) => {
  const { spec } = rolloutOf(subject);
  expect(spec.progressDeadlineAbort).toBe(true);
  expect(spec.progressDeadlineSeconds).toBeGreaterThan(spec.minReadySeconds ?? 0);
});

it.each(cases)('never takes a pod of $label before its successor is there', (subject) => {
  const { maxSurge, maxUnavailable } = canaryOf(subject);
  expect([maxSurge, maxUnavailable]).toEqual(['25%', 0]);
});

it.each(exposed)('keeps enough pods of either version of $label for a minute at least', (s) => {
  expect(canaryOf(s)).toMatchObject({
    minPodsPerReplicaSet: s.cluster.environment.canary.minPods,
    scaleDownDelaySeconds: 60,
    abortScaleDownDelaySeconds: 60,
  });
});

it.each(exposed)('combines nothing for $label that Argo Rollouts refuses', (subject) => {
  const canary = canaryOf(subject);
  expect(canary).not.toHaveProperty('dynamicStableScale');
  expect(canary).not.toHaveProperty('canaryService');
  expect(canary).not.toHaveProperty('stableService');
  expect(canary.trafficRouting?.alb).not.toHaveProperty('stickinessConfig');
  expect(canary.trafficRouting?.alb).not.toHaveProperty('ingress');
});

it.each(unexposed)('weighs no traffic for $label, which takes none', (subject) => {
  const canary = canaryOf(subject);
  for (const field of ['trafficRouting', 'pingPong', 'minPodsPerReplicaSet']) {
    expect(canary).not.toHaveProperty(field);
  }
  expect(canary.steps?.some(({ setCanaryScale }) => setCanaryScale)).toBe(false);
});
