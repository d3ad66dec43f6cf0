import { managedPool } from '@bizflow/config/compute';
import { type Problem, unless } from '@bizflow/kernel';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import { type NodePool, offers, type Taint, taintsOf } from './node-pools.ts';
import type { ClusterObjects, Found } from './objects.ts';
import { podsOf, type RenderedPod } from './pods.ts';

type Toleration = NonNullable<IPodSpec['tolerations']>[number];

/** Every pod finds a pool that takes it, and every pool has pods that it takes. */
export const podsFindNodes = (objects: ClusterObjects): readonly Problem[] => {
  const pools = objects.ofKind<NodePool>('NodePool');
  const pods = podsOf(objects);
  return [
    ...pools.flatMap((pool) => unusedTaints(pool, pods)),
    ...pods.flatMap((pod) => [...homeless(pod, pools), ...uselessTolerations(pod, pools)]),
  ];
};

const tolerates = (taint: Taint, { key, operator, value, effect }: Toleration): boolean =>
  (key === undefined || key === taint.key) &&
  (effect === undefined || effect === taint.effect) &&
  (operator === 'Exists' || value === taint.value);

const unusedTaints = (pool: Found<NodePool>, pods: readonly RenderedPod[]): readonly Problem[] =>
  taintsOf(pool).flatMap((taint) =>
    unless(
      pods.some(({ spec }) => spec.tolerations?.some((one) => tolerates(taint, one))),
      {
        code: 'TAINT_UNTOLERATED',
        at: `${pool.path}#/spec/template/spec/taints`,
        value: taint.key,
        reason: 'is tolerated by no pod, so nothing can run on this pool',
        remedy: 'give a workload the toleration, or remove the pool',
      },
    ),
  );

const homeless = (
  { path, spec }: RenderedPod,
  pools: readonly Found<NodePool>[],
): readonly Problem[] => {
  const wanted = Object.entries(spec.nodeSelector ?? {});
  const fits = (pool: Found<NodePool>): boolean =>
    wanted.every(([key, value]) => offers(pool, key, value)) &&
    taintsOf(pool).every((taint) => spec.tolerations?.some((one) => tolerates(taint, one)));
  const managed = wanted.every(([key, value]) => managedPool[key] === value);
  return unless(managed || pools.some(fits), {
    code: 'NODE_SELECTOR_UNMET',
    at: path,
    value: JSON.stringify(spec.nodeSelector),
    reason: 'is met by no pool of nodes whose taints the pod tolerates, so it would stay Pending',
    remedy: 'correct the selector, or add a pool to packages/config/src/compute/node-pools.ts',
  });
};

const uselessTolerations = ({ path, spec }: RenderedPod, pools: readonly Found<NodePool>[]) =>
  (spec.tolerations ?? []).flatMap((one) =>
    unless(
      // Kubernetes itself sets these on nodes that are not well.
      one.key?.startsWith('node.kubernetes.io/') === true ||
        pools.some((pool) => taintsOf(pool).some((taint) => tolerates(taint, one))),
      {
        code: 'TOLERATION_UNUSED',
        at: path,
        value: one.key ?? 'every taint',
        reason: 'is the taint of no pool',
        remedy: 'remove the toleration, or correct its key',
      },
    ),
  );
