import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';

/** A container of any kind. */
export type Container = IPodSpec['containers'][number];

/** All containers of a pod, those that run before it first. */
export const containersOf = ({
  initContainers = [],
  containers,
}: IPodSpec): readonly Container[] => [...initContainers, ...containers];
