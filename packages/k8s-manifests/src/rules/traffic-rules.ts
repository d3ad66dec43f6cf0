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

const ingressRules = (
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
      reason: `is not the root Service ${root}, so its traffic is not weighted`,
      remedy: 'route every path to the root Service',
    }),
    ...unless(numbered.length === 0, {
      code: 'INGRESS_PORT',
      at: `${path}#/spec/rules`,
      value: numbered
        .map(({ backend }) => backend.service?.port?.name ?? backend.service?.port?.number)
        .join(),
      reason: 'must be use-annotation: otherwise the load balancer does not read the weights',
      remedy: 'set the port name to use-annotation',
    }),
    ...owned.map((key) =>
      problem({
        code: 'INGRESS_ACTION',
        at: `${path}#/metadata/annotations`,
        value: key,
        reason: 'is written by Argo Rollouts',
        remedy: 'remove it',
      }),
    ),
    ...unless(
      objects.named('IngressClass', '', className) !== undefined &&
        flagsOf(objects).includes(rolloutsFlags.ingressClass(className)),
      {
        code: 'INGRESS_CLASS',
        at: `${path}#/spec/ingressClassName`,
        value: className,
        reason: `is not an IngressClass of the cluster, or not one that Argo Rollouts watches (${name})`,
        remedy: 'render the IngressClass, and add it to the ALB ingress classes of Argo Rollouts',
      },
    ),
  ];
};
