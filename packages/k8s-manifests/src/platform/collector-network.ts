import type { Cluster, Manifest } from '@bizflow/config';
import { anywhere, unroutableRanges } from '@bizflow/config/network';
import { collectors } from '@bizflow/config/tracing';
import {
  IntOrString,
  KubeNetworkPolicy,
  type NetworkPolicyEgressRule,
  type NetworkPolicySpec,
} from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described } from '../service/metadata.ts';
import { dns } from '../service/network-policies.ts';
import { namespaced } from './metadata.ts';

const ports = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ protocol: 'TCP', port: IntOrString.fromNumber(number) }));

/** The operator names a collector's pods after it (opentelemetry-operator, "naming"). */
const podsOf = (name: string) => ({
  matchLabels: { 'app.kubernetes.io/name': `${name}-collector` },
});

/** Workloads reach the edge, the edge the samplers, and both AWS; nothing else is open. */
export const collectorNetwork = (cluster: Cluster): readonly Manifest[] => {
  const policy = (name: string, spec: NetworkPolicySpec): Manifest =>
    described(
      namespaced(cluster, collectors.namespace, name),
      KubeNetworkPolicy.manifest({ spec }),
    );
  return [
    policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    policy('allow-dns', { podSelector: {}, policyTypes: ['Egress'], egress: [dns] }),
    policy('allow-aws', { podSelector: {}, policyTypes: ['Egress'], egress: toAws(cluster) }),
    policy('allow-applications', {
      podSelector: podsOf('edge'),
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ namespaceSelector: applications }], ports: ports(4317, 4318) }],
    }),
    policy('allow-sampling', {
      podSelector: podsOf('edge'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: podsOf('sampler') }], ports: ports(4317) }],
    }),
    policy('allow-edge', {
      podSelector: podsOf('sampler'),
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: podsOf('edge') }], ports: ports(4317) }],
    }),
  ];
};

const applications = {
  matchExpressions: [{ key: 'bizflow.io/plane', operator: 'In', values: ['workloads', 'tenants'] }],
};

// The API server and interface endpoints stand in the private subnets; X-Ray and Managed Prometheus
// answer on public addresses.
const toAws = ({ network }: Cluster): NetworkPolicyEgressRule[] => [
  { to: network.private.map((cidr) => ({ ipBlock: { cidr } })), ports: ports(443) },
  { to: [{ ipBlock: { cidr: anywhere, except: [...unroutableRanges] } }], ports: ports(443) },
];
