import type { Cluster, Manifest } from '@bizflow/config';
import { metadataService } from '@bizflow/config/network';
import { customResource } from '../synth.ts';
import { clusterWide } from './metadata.ts';

const tier = 'security';

/** System namespaces whose agents may ask the node who it is. */
const exempt = ['kube-system', 'calico-system', 'tigera-operator'];

/** A guard that no namespace's own policy can undo: no workload reaches a node's credentials. */
export const isolation = (cluster: Cluster): readonly Manifest[] => [
  customResource({
    apiVersion: 'projectcalico.org/v3',
    kind: 'Tier',
    metadata: clusterWide(cluster, tier),
    // Pass: what the guard does not refuse is for the namespaces' own policies to say.
    spec: { order: 100, defaultAction: 'Pass' },
  }),
  customResource({
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: clusterWide(cluster, `${tier}.deny-instance-metadata`),
    spec: {
      tier,
      order: 10,
      namespaceSelector: `projectcalico.org/name not in {${exempt.map((name) => `"${name}"`).join(', ')}}`,
      types: ['Egress'],
      egress: [{ action: 'Deny', destination: { nets: [metadataService] } }, { action: 'Pass' }],
    },
  }),
];
