import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { ingressRules } from './ingress-rules.ts';
import type { Release, ReleaseRule } from './release.ts';

type Alb = NonNullable<NonNullable<Release['canary']['trafficRouting']>['alb']>;

/** Each Ingress that Argo Rollouts weighs is there and leaves the weights to it. */
export const trafficFollowsWeights: ReleaseRule = (release, objects) => {
  const { at, canary, namespace } = release;
  const alb = canary.trafficRouting?.alb;
  const ingresses = objects.inNamespace<IIngress>('Ingress', namespace);
  if (alb === undefined) return ingresses.map(({ path, name }) => unweighed(path, name));
  const weighed = alb.ingresses ?? (alb.ingress === undefined ? [] : [alb.ingress]);
  return [
    ...unless((alb.ingress === undefined) !== (alb.ingresses === undefined), {
      code: 'INGRESS_EITHER',
      at: at('trafficRouting/alb'),
      value: [alb.ingress, ...(alb.ingresses ?? [])].join(', '),
      reason: 'must use exactly one of ingress and ingresses',
      remedy: 'use only ingresses',
    }),
    ...stickinessRules(release, alb),
    ...weighed
      .filter((name) => !ingresses.some((found) => found.name === name))
      .map((name) =>
        problem({
          code: 'INGRESS_UNKNOWN',
          at: at('trafficRouting/alb'),
          value: name,
          reason: 'is not an Ingress in this namespace',
          remedy: 'render the object, or correct the name',
        }),
      ),
    ...ingresses.flatMap((ingress) =>
      weighed.includes(ingress.name)
        ? ingressRules(ingress, alb.rootService, objects)
        : [unweighed(ingress.path, ingress.name)],
    ),
  ];
};

const unweighed = (path: string, name: string): Problem =>
  problem({
    code: 'INGRESS_UNWEIGHED',
    at: path,
    value: name,
    reason: 'is not weighted by its Rollout, so a canary gets traffic there by its share of pods',
    remedy: 'name it in trafficRouting.alb.ingresses',
  });

const stickinessRules = ({ at, canary }: Release, alb: Alb): readonly Problem[] => {
  const sticky = alb.stickinessConfig;
  const duration = sticky?.durationSeconds ?? 1;
  return [
    // Argo Rollouts, "ALB": a week at most; 0 passes its lint and fails in the controller.
    ...unless(duration >= 1 && duration <= 604_800, {
      code: 'STICKY_SECONDS',
      at: at('trafficRouting/alb/stickinessConfig'),
      value: duration,
      reason: 'must be >= 1 and <= 604800 seconds',
      remedy: 'choose 1 to 604800 seconds, or remove stickiness',
    }),
    ...unless(!(sticky?.enabled && canary.pingPong), {
      code: 'STICKY_PING_PONG',
      at: at('trafficRouting/alb/stickinessConfig'),
      value: 'enabled',
      reason: 'sends users to the wrong version with ping-pong services (argo-rollouts#2726)',
      remedy: 'remove stickiness',
    }),
    ...unless(!(canary.dynamicStableScale && canary.scaleDownDelaySeconds !== undefined), {
      code: 'STABLE_SCALE_DELAY',
      at: at('dynamicStableScale'),
      value: 'true',
      reason: 'cannot be combined with scaleDownDelaySeconds',
      remedy: 'remove one of them',
    }),
  ];
};
