import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { rolloutsFlags } from '../platform/controller-values.ts';
import { flagsOf } from './analysis-rules.ts';
import type { ClusterObjects, Found } from './objects.ts';

/** An Ingress leads to the root Service alone, by the weights of Argo Rollouts, which watches its class. */
export const ingressRules = (
  ingress: Found<IIngress>,
  root: string | undefined,
  objects: ClusterObjects,
): readonly Problem[] => {
  const { path, body } = ingress;
  const backends = (body.spec?.rules ?? []).flatMap(({ http }) => http?.paths ?? []);
  const others = backends.filter(({ backend: { service } }) => service?.name !== root);
  const numbered = backends.filter(
    ({ backend: { service } }) => service?.port?.name !== 'use-annotation',
  );
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
    ...classRule(ingress, objects),
  ];
};

const classRule = ({ path, name, body }: Found<IIngress>, objects: ClusterObjects) => {
  const className = body.spec?.ingressClassName ?? '';
  return unless(
    objects.named('IngressClass', '', className) !== undefined &&
      flagsOf(objects).includes(rolloutsFlags.ingressClass(className)),
    {
      code: 'INGRESS_CLASS',
      at: `${path}#/spec/ingressClassName`,
      value: className,
      reason: `is not an IngressClass of the cluster, or not one that Argo Rollouts watches (${name})`,
      remedy: 'render the IngressClass, and add it to the ALB ingress classes of Argo Rollouts',
    },
  );
};
