import { freeze } from '@bizflow/kernel';

/** A pool of nodes that Karpenter makes, and what it costs at most. */
export interface NodePoolPolicy {
  readonly name: string;
  readonly capacity: 'on-demand' | 'spot';
  /** The higher is tried first. */
  readonly weight: number;
  /** vCPUs of the pool for each node of the maximum of the catalog's managed node group. */
  readonly cpuPerNode: number;
}

/** Graviton throughout, as "Cost-Saving Strategies" asks: on-demand by default, spot by choice. */
export const nodePools = freeze([
  { name: 'graviton-on-demand', capacity: 'on-demand', weight: 10, cpuPerNode: 16 },
  { name: 'graviton-spot', capacity: 'spot', weight: 1, cpuPerNode: 8 },
] as const satisfies readonly NodePoolPolicy[]);
