import { type Problem, unless } from '@bizflow/kernel';
import { nodePools } from '../compute/node-pools.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { DedicatedTenant } from './tenants.ts';

/**
 * What a vCPU of the pools brings at most: 8 GiB, on an instance for memory (EC2, "Instance types"), and 15 pods, which is
 * 234 pods on 16 vCPUs rounded up (amazon-vpc-cni-k8s, misc/eni-max-pods.txt).
 */
const perVcpu = { cpu: 1, memoryGi: 8, pods: 15 } as const;

const cpuPerNode = nodePools.reduce((sum, pool) => sum + pool.cpuPerNode, 0);

/** The most that a quota can give in a place: all that the pools of its cluster may have. */
export const largestQuota = (mostNodes: number): DedicatedTenant['quota'] => {
  const cpu = cpuPerNode * mostNodes;
  return { pods: perVcpu.pods * cpu, cpu, memoryGi: perVcpu.memoryGi * cpu };
};

/** A quota gives something, and no more than there is. Where a tenant is misplaced, only the first is known. */
export const tenantQuotaRules = ({
  tenants,
  catalog,
}: Pick<Fleet, 'tenants' | 'catalog'>): readonly Problem[] =>
  tenants.flatMap(({ region, quota }, index) => {
    const place = Object.values(catalog).find(({ id }) => id === region);
    const most = largestQuota(place?.cluster.nodes.max ?? Number.MAX_SAFE_INTEGER);
    return (['pods', 'cpu', 'memoryGi'] as const).flatMap((resource) =>
      unless(
        Number.isInteger(quota[resource]) &&
          quota[resource] >= 1 &&
          quota[resource] <= most[resource],
        {
          code: 'TENANT_QUOTA',
          at: `tenants[${index}].quota.${resource}`,
          value: quota[resource],
          reason: `must be a whole number >= 1 and <= ${most[resource]}, all that the nodes of ${region} can have`,
          remedy: 'write the quota that the tenant pays for',
        },
      ),
    );
  });
