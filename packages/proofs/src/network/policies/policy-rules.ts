import { type Fleet, hasPlatform } from '@bizflow/config';
import { type Labels, type Problem, problem } from '@bizflow/kernel';
import { parse } from 'yaml';
import type { PlannedCluster, RenderedFleet } from '../../rendered-fleet.ts';
import type { NetworkPolicy } from './network-policy.ts';
import { podConnections } from './pod-connections.ts';
import { type Policed, stoppedBy } from './policed.ts';

interface Namespace {
  readonly metadata: { readonly name: string; readonly labels?: Labels };
}

/** The policies and namespaces that the files of a cluster bring. */
export const policedBy = (manifests: RenderedFleet['manifests'], id: string): Policed => {
  const read = <T>(kind: string): readonly T[] =>
    Object.entries(manifests)
      .filter(
        ([file, text]) => file.startsWith(`gitops/${id}/`) && text.includes(`\nkind: ${kind}\n`),
      )
      .map(([, text]) => parse(text));
  const namespaces = read<Namespace>('Namespace').map(({ metadata: { name, labels = {} } }) => [
    name,
    labels,
  ]);
  return {
    policies: read<NetworkPolicy>('NetworkPolicy'),
    namespaces: Object.fromEntries(namespaces),
  };
};

/** NetworkPolicies let pods reach what they must, and nothing else. */
export const policyRules = (
  fleet: Fleet,
  planned: readonly PlannedCluster[],
  manifests: RenderedFleet['manifests'],
): readonly Problem[] =>
  planned.flatMap(({ cluster }) => {
    // Of a region that is to be destroyed no cluster is left to write policies for.
    if (!hasPlatform(cluster)) return [];
    const policed = policedBy(manifests, cluster.id);
    return podConnections(cluster, fleet).flatMap(({ opens, ...connection }) => {
      const stopped = stoppedBy(policed, connection);
      if (opens === (stopped === undefined)) return [];
      const { from, to, port, protocol } = connection;
      return problem({
        code: opens ? 'POLICY_STOPS' : 'POLICY_OPEN',
        at: `${cluster.id} ${from.name} -> ${to.name}`,
        value: `port ${port} of ${protocol}`,
        reason: opens
          ? `must be allowed, but is blocked: no NetworkPolicy for ${stopped} allows it`
          : 'must be blocked, but every NetworkPolicy that selects its ends allows it',
        remedy: 'check the NetworkPolicies of both namespaces in packages/k8s-manifests/src/',
      });
    });
  });
