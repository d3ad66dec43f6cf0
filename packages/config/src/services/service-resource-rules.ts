import { type Problem, problem } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { Compute } from './service.ts';

type Resource = 'cpuMillicores' | 'memoryMi';

/**
 * The largest pod of each kind of nodes. Fargate: 16 vCPUs and 120 GB, of which it keeps 256 MB for the components of
 * Kubernetes (EKS user guide, "Pod CPU and memory"). Karpenter: the largest Graviton, 192 vCPUs and 1,536 GiB; that
 * a pod fits the pools of its cluster is checked when they are rendered.
 */
const largest: Readonly<Record<Compute['kind'], Readonly<Record<Resource, number>>>> = {
  fargate: { cpuMillicores: 16_000, memoryMi: 120 * 1024 - 256 },
  karpenter: { cpuMillicores: 192_000, memoryMi: 1536 * 1024 },
};

/** A pod requests something, and no more than its nodes can have. */
export const serviceResourceRules = ({ services }: Fleet): readonly Problem[] =>
  services.flatMap(({ name, compute, resources }) =>
    (['cpuMillicores', 'memoryMi'] as const).flatMap((resource) => {
      const [value, most] = [resources[resource], largest[compute.kind][resource]];
      if (Number.isInteger(value) && value >= 1 && value <= most) return [];
      return problem({
        code: 'SERVICE_RESOURCES',
        at: `services.${name}.resources.${resource}`,
        value,
        reason: `must be a whole number >= 1 and <= ${most}, the largest pod on ${compute.kind === 'fargate' ? 'Fargate' : 'nodes'}`,
        remedy: 'request what one pod of the service needs',
      });
    }),
  );
