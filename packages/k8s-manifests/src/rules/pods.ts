import { once } from '@bizflow/kernel';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { ClusterObjects } from './objects.ts';

/** A pod that an object of ours makes: of a workload, or of a Job of a release. */
export interface RenderedPod {
  readonly path: string;
  readonly namespace: string;
  readonly spec: IPodSpec;
}

/** A container of any kind. */
export type Container = IPodSpec['containers'][number];

/** All containers of a pod, those that run before it first. */
export const containersOf = ({
  initContainers = [],
  containers = [],
}: Partial<IPodSpec> = {}): readonly Container[] => [...initContainers, ...containers];

/** Every pod that is rendered for a cluster, at whatever depth of its object the template is. */
export const podsOf = once((objects: ClusterObjects): readonly RenderedPod[] =>
  objects.files.flatMap(({ path, body }) =>
    specsIn(body).map((spec) => ({ path, namespace: body.metadata.namespace ?? '', spec })),
  ),
);

function specsIn(value: unknown): readonly IPodSpec[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'spec' && isPod(member) ? [member] : specsIn(member),
  );
}

const isPod = (value: unknown): value is IPodSpec =>
  typeof value === 'object' && value !== null && 'containers' in value;
