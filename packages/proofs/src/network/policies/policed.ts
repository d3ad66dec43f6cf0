import { type Labels, matchesLabels } from '@bizflow/kernel';
import { has } from '../covers.ts';
import type { NetworkPolicy, Peer, Rule } from './network-policy.ts';

/** One end: a pod with its namespace, or an address outside the pods. */
export interface PolicyEnd {
  readonly name: string;
  readonly pod?: { readonly namespace: string; readonly labels: Labels };
  readonly ip?: string;
}

/** The policies of a cluster, and the labels of its namespaces. */
export interface Policed {
  readonly policies: readonly NetworkPolicy[];
  readonly namespaces: Readonly<Record<string, Labels>>;
}

/** A connection as a policy sees it. */
export interface PodConnection {
  readonly from: PolicyEnd;
  readonly to: PolicyEnd;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

// Kubernetes gives every namespace its own name as a label.
const labelsOf = ({ namespaces }: Policed, name: string): Labels => ({
  'kubernetes.io/metadata.name': name,
  ...namespaces[name],
});

const isPeer = (all: Policed, own: string, peer: Peer, { pod, ip }: PolicyEnd): boolean => {
  if (peer.ipBlock !== undefined) {
    const { cidr, except = [] } = peer.ipBlock;
    return ip !== undefined && has(cidr, ip) && !except.some((block) => has(block, ip));
  }
  if (pod === undefined) return false;
  const inNamespace =
    peer.namespaceSelector === undefined
      ? pod.namespace === own
      : matchesLabels(peer.namespaceSelector, labelsOf(all, pod.namespace));
  return inNamespace && matchesLabels(peer.podSelector ?? {}, pod.labels);
};

const allows = (
  all: Policed,
  { metadata: { namespace } }: NetworkPolicy,
  { from, to, ports }: Rule,
  peer: PolicyEnd,
  { port, protocol }: PodConnection,
): boolean => {
  const peers = from ?? to;
  const speaksOf = peers === undefined || peers.some((one) => isPeer(all, namespace, one, peer));
  const onPort = (ports ?? [{}]).some(
    (one) =>
      (one.port ?? port) === port && (ports === undefined || (one.protocol ?? 'TCP') === protocol),
  );
  return speaksOf && onPort;
};

const stops = (
  all: Policed,
  direction: 'Ingress' | 'Egress',
  own: PolicyEnd,
  peer: PolicyEnd,
  connection: PodConnection,
): boolean => {
  const { pod } = own;
  if (pod === undefined) return false;
  const selecting = all.policies.filter(
    ({ metadata, spec }) =>
      metadata.namespace === pod.namespace &&
      spec.policyTypes.includes(direction) &&
      matchesLabels(spec.podSelector, pod.labels),
  );
  const rules = (policy: NetworkPolicy): readonly Rule[] =>
    (direction === 'Ingress' ? policy.spec.ingress : policy.spec.egress) ?? [];
  return (
    selecting.length > 0 &&
    !selecting.some((policy) =>
      rules(policy).some((rule) => allows(all, policy, rule, peer, connection)),
    )
  );
};

/** Which direction a cluster's NetworkPolicies stop; undefined when both ends let it pass ("Network Policies"). */
export const stoppedBy = (all: Policed, connection: PodConnection): string | undefined => {
  const { from, to } = connection;
  if (stops(all, 'Egress', from, to, connection)) return `egress of ${from.name}`;
  return stops(all, 'Ingress', to, from, connection) ? `ingress of ${to.name}` : undefined;
};
