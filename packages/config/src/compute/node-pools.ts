import { freeze } from '@bizflow/kernel';

/** A pool of nodes that Karpenter makes, and what it costs at most. */
export interface NodePoolPolicy {
  readonly name: string;
  readonly capacity: 'on-demand' | 'spot';
  /** The higher is tried first. */
  readonly weight: number;
  /** vCPUs the pool may hold per node of the catalog's managed group maximum. */
  readonly cpuPerNode: number;
}

/** Graviton throughout, as "Cost-Saving Strategies" asks: on-demand by default, spot by choice. */
export const nodePools = freeze([
  { name: 'graviton-on-demand', capacity: 'on-demand', weight: 10, cpuPerNode: 16 },
  { name: 'graviton-spot', capacity: 'spot', weight: 1, cpuPerNode: 8 },
] as const satisfies readonly NodePoolPolicy[]);

/** How Karpenter treats its nodes. */
export const nodePolicy = freeze({
  /** Pinned AMI: an alias and a version, never `latest`. */
  ami: 'bottlerocket@v1.55.0',
  /** Nodes are replaced after three weeks. */
  expireAfter: '504h',
  terminationGracePeriod: '1h',
  consolidateAfter: '5m',
  /** Share of nodes that may be disrupted at once. */
  disruptedAtOnce: '10%',
  /** No consolidation or drift in working hours, when canaries run (UTC; India's day starts first). */
  quietHours: { schedule: '30 3 * * mon-fri', duration: '14h' },
});

/** What may push whom off a node, the highest first. */
export const priorities = freeze([
  { name: 'bizflow-critical', value: 1_000_000, description: 'Serves users: the API' },
  { name: 'bizflow-standard', value: 100_000, description: 'Works behind users: workers' },
] as const);

export type PriorityName = (typeof priorities)[number]['name'];
