import { metadataCallers, metadataService } from '@bizflow/config/network';
import type { Construct } from 'constructs';
import { clusterWide, customResource } from '../synth.ts';

const tier = 'security';

/** A guard that no namespace's own policy can undo: no workload reaches a node's credentials. */
export const isolation = (chart: Construct): void => {
  const scope = clusterWide(chart);
  customResource(scope, 'tier', {
    apiVersion: 'projectcalico.org/v3',
    kind: 'Tier',
    metadata: { name: tier },
    // Pass: what the guard does not refuse is for the namespaces' own policies to say.
    spec: { order: 100, defaultAction: 'Pass' },
  });
  customResource(scope, 'deny-instance-metadata', {
    apiVersion: 'projectcalico.org/v3',
    kind: 'GlobalNetworkPolicy',
    metadata: { name: `${tier}.deny-instance-metadata` },
    spec: {
      tier,
      order: 10,
      namespaceSelector: `projectcalico.org/name not in {${metadataCallers.map((name) => `"${name}"`).join(', ')}}`,
      types: ['Egress'],
      egress: [{ action: 'Deny', destination: { nets: [metadataService] } }, { action: 'Pass' }],
    },
  });
};
