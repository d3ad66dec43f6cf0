import { freeze } from '@bizflow/kernel';

/** A pool of nodes that Karpenter makes, and what it costs at most. */
export interface NodePoolPolicy {
  readonly name: string;
  readonly capacity: 'on-demand';
  /** vCPUs of the pool for each node of the maximum of the catalog's managed node group. */
  readonly cpuPerNode: number;
}

/** Graviton throughout, as "Cost-Saving Strategies" asks. No pool of Spot: no workload here can bear its loss (docs/decisions/0005). */
export const nodePools = freeze([
  { name: 'graviton-on-demand', capacity: 'on-demand', cpuPerNode: 16 },
] as const satisfies readonly NodePoolPolicy[]);
