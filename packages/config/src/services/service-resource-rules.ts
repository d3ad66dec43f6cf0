import { type Problem, problem } from '@bizflow/kernel';
import { nodePools } from '../compute/node-pools.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Compute } from './service.ts';

const vcpus = Math.max(...nodePools.map(({ cpuPerNode }) => cpuPerNode));

type Resource = 'cpuMillicores' | 'memoryMi';

/**
 * The largest pod of each kind of nodes. Fargate: 16 vCPUs and 120 GB, of which it keeps 256 MB for the components of
 * Kubernetes (EKS user guide, "Pod CPU and memory"). Karpenter: what the pools have for each node, with 8 GiB a vCPU on
 * an instance for memory; that releases fit the pools of a cluster is checked when they are rendered.
 */
const largest: Readonly<Record<Compute['kind'], Readonly<Record<Resource, number>>>> = {
  fargate: { cpuMillicores: 16_000, memoryMi: 120 * 1024 - 256 },
  karpenter: { cpuMillicores: 1000 * vcpus, memoryMi: 8 * 1024 * vcpus },
};

/** A pod requests something, and no more than its nodes can have. */
export const serviceResourceRules = ({ services }: Fleet): readonly Problem[] =>
  services.flatMap(({ name, compute, resources }) =>
    (['cpuMillicores', 'memoryMi'] as const).flatMap((resource) => {
      // Another kind of nodes is a wrong word, which the shape of the facts refuses.
      if (!Object.hasOwn(largest, compute.kind)) return [];
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
