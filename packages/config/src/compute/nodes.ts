import { freeze } from '@bizflow/kernel';

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
