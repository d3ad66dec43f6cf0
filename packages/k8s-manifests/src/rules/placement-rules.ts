import type { Manifest } from '@bizflow/config';
import { type Problem, unless } from '@bizflow/kernel';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { ClusterObjects, Found } from './objects.ts';

interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

/** Of Karpenter's NodePool, what decides which pods its nodes take. */
interface NodePool {
  readonly spec: {
    readonly template: {
      readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
      readonly spec: {
        readonly taints?: readonly Taint[];
        readonly requirements: readonly {
          readonly key: string;
          readonly operator: string;
          readonly values?: readonly string[];
        }[];
      };
    };
  };
}

type Toleration = NonNullable<IPodSpec['tolerations']>[number];

interface Pod {
  readonly path: string;
  readonly spec: IPodSpec;
}

/** Every pod finds a pool that takes it, and every pool has pods that it takes. */
export const podsFindNodes = (objects: ClusterObjects): readonly Problem[] => {
  const pools = objects.ofKind<NodePool>('NodePool');
  const pods = objects.files.flatMap(({ path, body }) => podsOf(path, body));
  return [
    ...pools.flatMap((pool) => unusedTaints(pool, pods)),
    ...pods.flatMap((pod) => [...homeless(pod, pools), ...uselessTolerations(pod, pools)]),
  ];
};

const tolerates = (taint: Taint, { key, operator, value, effect }: Toleration): boolean =>
  (key === undefined || key === taint.key) &&
  (effect === undefined || effect === taint.effect) &&
  (operator === 'Exists' || value === taint.value);

const taintsOf = ({ body }: Found<NodePool>): readonly Taint[] =>
  body.spec.template.spec.taints ?? [];

const unusedTaints = (pool: Found<NodePool>, pods: readonly Pod[]): readonly Problem[] =>
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

const offers = ({ body }: Found<NodePool>, key: string, value: string): boolean => {
  const { metadata, spec } = body.spec.template;
  return (
    metadata?.labels?.[key] === value ||
    spec.requirements.some(
      (one) => one.key === key && one.operator === 'In' && one.values?.includes(value) === true,
    )
  );
};

const homeless = ({ path, spec }: Pod, pools: readonly Found<NodePool>[]): readonly Problem[] => {
  const wanted = Object.entries(spec.nodeSelector ?? {});
  const fits = (pool: Found<NodePool>): boolean =>
    wanted.every(([key, value]) => offers(pool, key, value)) &&
    taintsOf(pool).every((taint) => spec.tolerations?.some((one) => tolerates(taint, one)));
  return unless(wanted.length === 0 || pools.some(fits), {
    code: 'NODE_SELECTOR_UNMET',
    at: path,
    value: JSON.stringify(spec.nodeSelector),
    reason: 'is met by no pool of nodes whose taints the pod tolerates, so it would stay Pending',
    remedy: 'correct the selector, or add a pool to packages/config/src/compute/node-pools.ts',
  });
};

const uselessTolerations = ({ path, spec }: Pod, pools: readonly Found<NodePool>[]) =>
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

/** Every pod of an object, at whatever depth its template is; Fargate's pods choose no node. */
function podsOf(path: string, value: Manifest | unknown): readonly Pod[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'spec' && isPod(member) ? [{ path, spec: member }] : podsOf(path, member),
  );
}

const isPod = (value: unknown): value is IPodSpec =>
  typeof value === 'object' && value !== null && 'containers' in value;
