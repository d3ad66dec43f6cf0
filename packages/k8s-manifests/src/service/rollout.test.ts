import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { expect, it } from 'vitest';
import { cases, exposed, only, unexposed } from '../../testing/rendered.ts';

const rolloutOf = ({ manifests }: (typeof cases)[number]) => only<IRollout>(manifests, 'Rollout');
const canaryOf = (subject: (typeof cases)[number]) => {
  const canary = rolloutOf(subject).spec.strategy?.canary;
  if (canary === undefined) throw new TypeError('no canary');
  return canary;
};

it.each(cases)('aborts $label automatically when it does not become ready', (subject) => {
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
