import { anywhere, unroutableRanges } from '@bizflow/config/network';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';

/** A policy of the scope's namespace. */
export const networkPolicy = (
  scope: Construct,
  name: string,
  spec: k8s.NetworkPolicySpec,
): void => {
  new k8s.KubeNetworkPolicy(scope, name, { metadata: { name }, spec });
};

/** What no other policy opens is closed. */
export const defaultDeny = (scope: Construct): void =>
  networkPolicy(scope, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });

/** Ports of TCP. */
export const tcp = (...ports: readonly number[]): k8s.NetworkPolicyPort[] =>
  ports.map((port) => ({ protocol: 'TCP', port: k8s.IntOrString.fromNumber(port) }));

/** Blocks of addresses as peers. */
export const blocks = (cidrs: readonly string[]): k8s.NetworkPolicyPeer[] =>
  cidrs.map((cidr) => ({ ipBlock: { cidr } }));

/** The way to a port of some addresses. */
export const to = (cidrs: readonly string[], port: number): k8s.NetworkPolicyEgressRule => ({
  to: blocks(cidrs),
  ports: tcp(port),
});

/** The way to HTTPS on public addresses. */
export const toPublic: k8s.NetworkPolicyEgressRule = {
  to: [{ ipBlock: { cidr: anywhere, except: [...unroutableRanges] } }],
  ports: tcp(443),
};

/** The pods of the cluster's own name server. */
export const nameServer: k8s.NetworkPolicyPeer = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};

/** The way to them. */
export const dns: k8s.NetworkPolicyEgressRule = {
  to: [nameServer],
  ports: [...tcp(53), { protocol: 'UDP', port: k8s.IntOrString.fromNumber(53) }],
};
