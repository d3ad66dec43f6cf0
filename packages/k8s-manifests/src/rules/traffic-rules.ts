import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { rolloutsFlags } from '../platform/controller-values.ts';
import { flagsOf } from './analysis-rules.ts';
import type { ClusterObjects, Found } from './objects.ts';
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
      reason: 'names its Ingresses by both fields or by none; Argo Rollouts takes exactly one',
      remedy: 'use ingresses alone',
    }),
    ...stickinessProblems(release, alb),
    ...weighed
      .filter((name) => !ingresses.some((found) => found.name === name))
      .map((name) =>
        problem({
          code: 'INGRESS_UNKNOWN',
          at: at('trafficRouting/alb'),
          value: name,
          reason: 'is no Ingress of the namespace',
          remedy: 'render it, or correct the name',
        }),
      ),
    ...ingresses.flatMap((ingress) =>
      weighed.includes(ingress.name)
        ? ingressProblems(ingress, alb.rootService, objects)
        : [unweighed(ingress.path, ingress.name)],
    ),
  ];
};

const unweighed = (path: string, name: string): Problem =>
  problem({
    code: 'INGRESS_UNWEIGHED',
    at: path,
    value: name,
    reason: 'is not weighed by its Rollout, so that a canary takes traffic by its pods there',
    remedy: 'name it in trafficRouting.alb.ingresses',
  });

const stickinessProblems = ({ at, canary }: Release, alb: Alb): readonly Problem[] => {
  const sticky = alb.stickinessConfig;
  const duration = sticky?.durationSeconds ?? 1;
  return [
    // Argo Rollouts, "ALB": a week at most; 0 passes its lint and fails in the controller.
    ...unless(duration >= 1 && duration <= 604_800, {
      code: 'STICKY_SECONDS',
      at: at('trafficRouting/alb/stickinessConfig'),
      value: duration,
      reason: 'is not between 1 and 604800 seconds',
      remedy: 'choose a time a load balancer takes, or leave stickiness out',
    }),
    ...unless(!(sticky?.enabled && canary.pingPong), {
      code: 'STICKY_PING_PONG',
      at: at('trafficRouting/alb/stickinessConfig'),
      value: 'enabled',
      reason: 'sends users to the wrong version with ping-pong services (argo-rollouts#2726)',
      remedy: 'leave stickiness out',
    }),
    ...unless(!(canary.dynamicStableScale && canary.scaleDownDelaySeconds !== undefined), {
      code: 'STABLE_SCALE_DELAY',
      at: at('dynamicStableScale'),
      value: 'true',
      reason: 'excludes scaleDownDelaySeconds',
      remedy: 'leave one of them out',
    }),
  ];
};

const ingressProblems = (
  { path, name, body }: Found<IIngress>,
  root: string | undefined,
  objects: ClusterObjects,
): readonly Problem[] => {
  const backends = (body.spec?.rules ?? []).flatMap(({ http }) => http?.paths ?? []);
  const others = backends.filter(({ backend: { service } }) => service?.name !== root);
  const numbered = backends.filter(
    ({ backend: { service } }) => service?.port?.name !== 'use-annotation',
  );
  const className = body.spec?.ingressClassName ?? '';
  const owned = Object.keys(body.metadata?.annotations ?? {}).filter((key) =>
    /^alb\.ingress\.kubernetes\.io\/actions\.|\/managed-alb-actions$/.test(key),
  );
  return [
    ...unless(backends.length > 0 && others.length === 0, {
      code: 'INGRESS_BACKEND',
      at: `${path}#/spec/rules`,
      value: others.map(({ backend }) => backend.service?.name).join() || 'none',
      reason: `is not the root service ${root}, so that its traffic is not weighed`,
      remedy: 'send every path to the root service',
    }),
    ...unless(numbered.length === 0, {
      code: 'INGRESS_PORT',
      at: `${path}#/spec/rules`,
      value: numbered
        .map(({ backend }) => backend.service?.port?.name ?? backend.service?.port?.number)
        .join(),
      reason: 'is not use-annotation: the load balancer would not read the weights',
      remedy: 'name the port use-annotation',
    }),
    ...owned.map((key) =>
      problem({
        code: 'INGRESS_ACTION',
        at: `${path}#/metadata/annotations`,
        value: key,
        reason: 'is what Argo Rollouts writes',
        remedy: 'leave it out',
      }),
    ),
    ...unless(
      objects.named('IngressClass', '', className) !== undefined &&
        flagsOf(objects).includes(rolloutsFlags.ingressClass(className)),
      {
        code: 'INGRESS_CLASS',
        at: `${path}#/spec/ingressClassName`,
        value: className,
        reason: `is a class that the cluster does not have, or that Argo Rollouts does not watch (${name})`,
        remedy: 'render the class, and name it to Argo Rollouts',
      },
    ),
  ];
};
