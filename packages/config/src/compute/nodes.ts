import { freeze } from '@bizflow/kernel';

/** How Karpenter treats its nodes. */
export const nodePolicy = freeze({
  /** Pinned AMI: an alias and a version, never `latest`. */
  ami: 'bottlerocket@v1.55.0',
  /** Bottlerocket's own volume, in GB (Bottlerocket, "Volumes"); the data volume is on the fact sheet. */
  systemDiskGb: 4,
  diskType: 'gp3',
  /** One hop: a pod cannot reach the node's own credentials. */
  metadataHops: 1,
  /** Nodes are replaced after three weeks. */
  expireAfter: '504h',
  terminationGracePeriod: '1h',
  consolidation: 'WhenEmptyOrUnderutilized',
  consolidateAfter: '5m',
  /** Share of nodes that may be disrupted at once. */
  disruptedAtOnce: '10%',
  /** No consolidation or drift in working hours, when canaries run (UTC; India's day starts first). */
  quietHours: { schedule: '30 3 * * mon-fri', duration: '14h' },
  /** Disruptions that wait for the end of quiet hours: a canary must not lose its pods during its analysis. */
  quietReasons: ['Underutilized', 'Drifted'],
});
