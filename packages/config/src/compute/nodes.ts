import { freeze } from '@bizflow/kernel';
import type { KubernetesVersion } from '@bizflow/region-catalog';

/** How Karpenter treats its nodes. */
export const nodePolicy = freeze({
  /** Pinned AMI: an alias and a version, never `latest` (docs/decisions/0059). */
  // renovate: datasource=github-releases depName=bottlerocket-os/bottlerocket
  ami: 'bottlerocket@v1.68.1',
  /** The versions of Kubernetes that it was made for (Bottlerocket's release notes, v1.47, v1.53 and v1.61). */
  amiKubernetes: ['1.34', '1.35', '1.36'] satisfies readonly KubernetesVersion[],
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
