import type { Cluster } from '@bizflow/config';
import { anywhere, unroutableRanges } from '@bizflow/config/network';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { dns, networkPolicy } from '../service/network-policies.ts';

const ports = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ protocol: 'TCP', port: k8s.IntOrString.fromNumber(number) }));

/** The operator names a collector's pods after it (opentelemetry-operator, "naming"). */
const podsOf = (name: string) => ({
  matchLabels: { 'app.kubernetes.io/name': `${name}-collector` },
});

/** Workloads reach the edge, the edge the samplers, and both AWS; nothing else is open. */
export const collectorNetwork = (scope: Construct, cluster: Cluster): void => {
  networkPolicy(scope, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  networkPolicy(scope, 'allow-dns', { podSelector: {}, policyTypes: ['Egress'], egress: [dns] });
  networkPolicy(scope, 'allow-aws', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: toAws(cluster),
  });
  networkPolicy(scope, 'allow-applications', {
    podSelector: podsOf('edge'),
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ namespaceSelector: applications }], ports: ports(4317, 4318) }],
  });
  networkPolicy(scope, 'allow-sampling', {
    podSelector: podsOf('edge'),
    policyTypes: ['Egress'],
    egress: [{ to: [{ podSelector: podsOf('sampler') }], ports: ports(4317) }],
  });
  networkPolicy(scope, 'allow-edge', {
    podSelector: podsOf('sampler'),
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: podsOf('edge') }], ports: ports(4317) }],
  });
};

const applications = {
  matchExpressions: [{ key: 'bizflow.io/plane', operator: 'In', values: ['workloads', 'tenants'] }],
};

// The API server and interface endpoints are in the private subnets; X-Ray and Managed Prometheus
// answer on public addresses.
const toAws = ({ network }: Cluster): k8s.NetworkPolicyEgressRule[] => [
  { to: network.private.map((cidr) => ({ ipBlock: { cidr } })), ports: ports(443) },
  { to: [{ ipBlock: { cidr: anywhere, except: [...unroutableRanges] } }], ports: ports(443) },
];
