import { fault, type Problem, unless } from '@bizflow/region-catalog';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { rolloutsFlags } from '../platform/controller-values.ts';
import { flagsOf } from './analysis-problems.ts';
import type { ClusterObjects, Found } from './objects.ts';
import type { Release, ReleaseRule } from './release.ts';

type Alb = NonNullable<NonNullable<Release['canary']['trafficRouting']>['alb']>;

/** Each Ingress that Argo Rollouts weighs is there and leaves the weights to it. */
export const trafficProblems: ReleaseRule = (release, objects) => {
  const { at, canary, namespace } = release;
  const alb = canary.trafficRouting?.alb;
  const ingresses = objects.inNamespace<IIngress>('Ingress', namespace);
  if (alb === undefined) return ingresses.map(({ path, name }) => unweighed(path, name));
  const weighed = alb.ingresses ?? (alb.ingress === undefined ? [] : [alb.ingress]);
  return [
    ...unless(
      (alb.ingress === undefined) !== (alb.ingresses === undefined),
      'INGRESS_EITHER',
      at('trafficRouting/alb'),
      [alb.ingress, ...(alb.ingresses ?? [])].join(', '),
      'names its Ingresses by both fields or by none; Argo Rollouts takes exactly one',
      'use ingresses alone',
    ),
    ...stickinessProblems(release, alb),
    ...weighed
      .filter((name) => !ingresses.some((found) => found.name === name))
      .map((name) =>
        fault(
          'INGRESS_UNKNOWN',
          at('trafficRouting/alb'),
          name,
          'is no Ingress of the namespace',
          'render it, or correct the name',
        ),
      ),
    ...ingresses.flatMap((ingress) =>
      weighed.includes(ingress.name)
        ? ingressProblems(ingress, alb.rootService, objects)
        : [unweighed(ingress.path, ingress.name)],
    ),
  ];
};

const unweighed = (path: string, name: string): Problem =>
  fault(
    'INGRESS_UNWEIGHED',
    path,
    name,
    'is not weighed by its Rollout, so that a canary takes traffic by its pods there',
    'name it in trafficRouting.alb.ingresses',
  );

const stickinessProblems = ({ at, canary }: Release, alb: Alb): readonly Problem[] => {
  const sticky = alb.stickinessConfig;
  const duration = sticky?.durationSeconds ?? 1;
  return [
    // Argo Rollouts, "ALB": a week at most; 0 passes its lint and fails in the controller.
    ...unless(
      duration >= 1 && duration <= 604_800,
      'STICKY_SECONDS',
      at('trafficRouting/alb/stickinessConfig'),
      `${duration}`,
      'is not between 1 and 604800 seconds',
      'choose a time a load balancer takes, or leave stickiness out',
    ),
    ...unless(
      !(sticky?.enabled && canary.pingPong),
      'STICKY_PING_PONG',
      at('trafficRouting/alb/stickinessConfig'),
      'enabled',
      'sends users to the wrong version with ping-pong services (argo-rollouts#2726)',
      'leave stickiness out',
    ),
    ...unless(
      !(canary.dynamicStableScale && canary.scaleDownDelaySeconds !== undefined),
      'STABLE_SCALE_DELAY',
      at('dynamicStableScale'),
      'true',
      'excludes scaleDownDelaySeconds',
      'leave one of them out',
    ),
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
    ...unless(
      backends.length > 0 && others.length === 0,
      'INGRESS_BACKEND',
      `${path}#/spec/rules`,
      others.map(({ backend }) => backend.service?.name).join() || 'none',
      `is not the root service ${root}, so that its traffic is not weighed`,
      'send every path to the root service',
    ),
    ...unless(
      numbered.length === 0,
      'INGRESS_PORT',
      `${path}#/spec/rules`,
      numbered
        .map(({ backend }) => backend.service?.port?.name ?? backend.service?.port?.number)
        .join(),
      'is not use-annotation: the load balancer would not read the weights',
      'name the port use-annotation',
    ),
    ...owned.map((key) =>
      fault(
        'INGRESS_ACTION',
        `${path}#/metadata/annotations`,
        key,
        'is what Argo Rollouts writes',
        'leave it out',
      ),
    ),
    ...unless(
      objects.named('IngressClass', '', className) !== undefined &&
        flagsOf(objects).includes(rolloutsFlags.ingressClass(className)),
      'INGRESS_CLASS',
      `${path}#/spec/ingressClassName`,
      className,
      `is a class that the cluster does not have, or that Argo Rollouts does not watch (${name})`,
      'render the class, and name it to Argo Rollouts',
    ),
  ];
};
