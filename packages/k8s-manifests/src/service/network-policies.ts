import type { Cluster, Manifest, Reach, Service } from '@bizflow/config';
import { anywhere, dataPorts, unroutableRanges } from '@bizflow/config/network';
import {
  IntOrString,
  KubeNetworkPolicy,
  type NetworkPolicyEgressRule,
  type NetworkPolicySpec,
} from 'cdk8s-plus-29/lib/imports/k8s.js';
import { selectorLabels } from '../labels.ts';
import { described, metadata } from './metadata.ts';

/** Nothing in or out, then exactly what the service needs, with the region's own addresses. */
export const networkPolicies = (cluster: Cluster, service: Service): readonly Manifest[] => {
  const policy = (name: string, spec: NetworkPolicySpec): Manifest =>
    described(metadata(cluster, service, name, 'ground'), KubeNetworkPolicy.manifest({ spec }));
  const podSelector = { matchLabels: { ...selectorLabels(service) } };
  const egressTo = (name: string, ...egress: NetworkPolicyEgressRule[]): Manifest =>
    policy(name, { podSelector, policyTypes: ['Egress'], egress });

  return [
    policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    egressTo('allow-dns', dns),
    egressTo('allow-telemetry', telemetry),
    // Interface endpoints (Secrets Manager, CloudWatch, ECR, STS) stand in the private subnets.
    egressTo('allow-aws-endpoints', to(cluster.network.private, 443)),
    ...service.reaches.map((reach) => egressTo(`allow-${reach}`, reached[reach](cluster))),
    ...(service.exposure === null
      ? []
      : [policy('allow-load-balancer', fromLoadBalancer(cluster, service))]),
  ];
};

const tcp = (port: number) => ({ protocol: 'TCP', port: IntOrString.fromNumber(port) });

const to = (cidrs: readonly string[], port: number): NetworkPolicyEgressRule => ({
  to: cidrs.map((cidr) => ({ ipBlock: { cidr } })),
  ports: [tcp(port)],
});

/** The cluster's own name server. */
export const dns: NetworkPolicyEgressRule = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [tcp(53), { protocol: 'UDP', port: IntOrString.fromNumber(53) }],
};

const telemetry: NetworkPolicyEgressRule = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'observability' } } }],
  ports: [tcp(4318)],
};

// A replica region reads at home and writes where its writer is: a named residency exception.
const dataSubnets = ({ network, writerNetwork }: Cluster): readonly string[] => [
  ...new Set([...network.database, ...writerNetwork.database]),
];

/** The database that takes the cluster's writes, and the one at home. */
export const toDatabase = (cluster: Cluster): NetworkPolicyEgressRule =>
  to(dataSubnets(cluster), dataPorts.database);

const reached: Readonly<Record<Reach, (cluster: Cluster) => NetworkPolicyEgressRule>> = {
  database: toDatabase,
  redis: (cluster) => to(dataSubnets(cluster), dataPorts.redis),
  internet: () => ({
    to: [{ ipBlock: { cidr: anywhere, except: [...unroutableRanges] } }],
    ports: [tcp(443)],
  }),
};

// With target-type ip the source is the ALB's own address, which no pod selector ever matches.
const fromLoadBalancer = ({ network }: Cluster, service: Service): NetworkPolicySpec => ({
  podSelector: { matchLabels: { ...selectorLabels(service) } },
  policyTypes: ['Ingress'],
  ingress: [
    { from: network.public.map((cidr) => ({ ipBlock: { cidr } })), ports: [tcp(service.port)] },
  ],
});
