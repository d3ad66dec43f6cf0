import type { Cluster, Reach, Service } from '@bizflow/config';
import { dataPorts } from '@bizflow/config/network';
import { collectors } from '@bizflow/config/tracing';
import type { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { selectorLabels } from '../labels.ts';
import { blocks, defaultDeny, dns, networkPolicy, tcp, to, toPublic } from '../network-policy.ts';

/** Nothing in or out, then exactly what the service needs, with the region's own addresses. */
export const networkPolicies = (scope: Construct, cluster: Cluster, service: Service): void => {
  const podSelector = { matchLabels: { ...selectorLabels(service) } };
  const egressTo = (name: string, ...egress: k8s.NetworkPolicyEgressRule[]): void =>
    networkPolicy(scope, name, { podSelector, policyTypes: ['Egress'], egress });

  defaultDeny(scope);
  egressTo('allow-dns', dns);
  egressTo('allow-telemetry', telemetry);
  // Interface endpoints (Secrets Manager, CloudWatch, ECR, STS) are in the private subnets.
  egressTo('allow-aws-endpoints', to(cluster.network.private, 443));
  for (const reach of reachesOf(service)) egressTo(`allow-${reach}`, reached[reach](cluster));
  if (service.exposure !== null) {
    networkPolicy(scope, 'allow-load-balancer', fromLoadBalancer(cluster, service));
  }
};

// S3's gateway endpoint answers on public addresses, which the Internet's policy allows already.
const reachesOf = ({ reaches }: Service): ReadonlySet<Reach> =>
  new Set(reaches.filter((reach) => reach !== 'bucket' || !reaches.includes('internet')));

const telemetry: k8s.NetworkPolicyEgressRule = {
  to: [
    { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': collectors.namespace } } },
  ],
  ports: tcp(4318),
};

// A replica region reads at home and writes where its writer is: a named residency exception.
const dataSubnets = ({ network, writerNetwork }: Cluster): readonly string[] => [
  ...new Set([...network.database, ...writerNetwork.database]),
];

/** The database that takes the cluster's writes, and the one at home. */
export const toDatabase = (cluster: Cluster): k8s.NetworkPolicyEgressRule =>
  to(dataSubnets(cluster), dataPorts.database);

const reached: Readonly<Record<Reach, (cluster: Cluster) => k8s.NetworkPolicyEgressRule>> = {
  database: toDatabase,
  redis: (cluster) => to(dataSubnets(cluster), dataPorts.redis),
  bucket: () => toPublic,
  internet: () => toPublic,
};

// With target-type ip the source is the ALB's own address, which no pod selector ever matches.
const fromLoadBalancer = ({ network }: Cluster, service: Service): k8s.NetworkPolicySpec => ({
  podSelector: { matchLabels: { ...selectorLabels(service) } },
  policyTypes: ['Ingress'],
  ingress: [{ from: blocks(network.public), ports: tcp(service.port) }],
});
