import { freeze } from '@bizflow/kernel';
import { dataPorts } from './addresses.ts';

/** One end of a connection in a cluster's VPC. A pod shares the security group of its node, but for Fargate's. */
export type ConnectionEnd =
  | 'controlPlane'
  | 'database'
  | 'fargate'
  | 'internalBalancer'
  | 'internet'
  | 'loadBalancer'
  | 'node'
  | 'pod'
  | 'redis'
  | 's3'
  | 'vpcEndpoint';

/** A connection without which something here does not work. */
export interface NeededConnection {
  readonly from: ConnectionEnd;
  readonly to: ConnectionEnd;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly why: string;
  /** A page of a vendor, a chart's inventory, or the document. */
  readonly source: string;
}

type Row = readonly [
  from: ConnectionEnd,
  to: ConnectionEnd,
  port: number,
  why: string,
  source: string,
];

const { database, redis } = dataPorts;
const kubelet = 10_250;
const requirements = 'EKS user guide, "Security group requirements"';
const document = 'the architecture document';
const fargateGuide = 'EKS user guide, "Assign security groups to individual pods"';
const metricsGuide = 'EKS user guide, "Kubernetes Metrics Server"';
const charts = 'charts.lock.json';
const hosts = 'needed-hosts.ts';
const signOn = 'docs/decisions/0053-a-way-to-sign-on.md';

const tcp: readonly Row[] = [
  ['internet', 'loadBalancer', 443, 'people and providers call the API', document],
  ['loadBalancer', 'pod', 3000, 'requests and health checks of the load balancer', document],
  ['pod', 'pod', 3000, 'services call each other', document],
  ['pod', 'internet', 443, 'providers, APIs of AWS, and the repository of Argo CD', hosts],
  ['fargate', 'internet', 443, 'messaging providers', document],
  ['node', 'internet', 443, 'images of registries outside AWS, Session Manager', hosts],
  ['pod', 'vpcEndpoint', 443, 'Secrets Manager, CloudWatch, STS', document],
  ['node', 'vpcEndpoint', 443, 'images from ECR', document],
  ['fargate', 'vpcEndpoint', 443, 'images from ECR, logs of the log router', document],
  ['node', 's3', 443, 'layers of images from ECR', 'ECR user guide, "VPC endpoints"'],
  ['fargate', 's3', 443, 'layers of images from ECR', 'ECR user guide, "VPC endpoints"'],
  ['pod', 's3', 443, 'objects of the application', document],
  ['pod', 'database', database, 'PostgreSQL', document],
  ['fargate', 'database', database, 'PostgreSQL', document],
  ['pod', 'redis', redis, 'Redis', document],
  ['fargate', 'redis', redis, 'Redis', document],
  ['node', 'controlPlane', 443, 'the kubelet asks the API server', requirements],
  ['pod', 'controlPlane', 443, 'controllers ask the API server', requirements],
  [
    'fargate',
    'controlPlane',
    443,
    'the kubelet of a Fargate pod asks the API server',
    fargateGuide,
  ],
  ['controlPlane', 'node', kubelet, 'logs, exec and port-forward', requirements],
  ['controlPlane', 'fargate', kubelet, 'logs and exec of Fargate pods', requirements],
  ['pod', 'node', kubelet, 'metrics-server reads usage, which autoscalers need', metricsGuide],
  ['pod', 'fargate', kubelet, 'metrics-server reads usage, which autoscalers need', metricsGuide],
  ['node', 'fargate', 3000, 'probes of the kubelet', fargateGuide],
  ['node', 'pod', 3000, 'probes of the kubelet', requirements],
  ['node', 'internalBalancer', 443, 'people open Argo CD by a session to a node', signOn],
  ['internalBalancer', 'pod', 8080, "Argo CD's server, and its health checks", charts],
  ['pod', 'pod', 8081, "Argo CD's server and controller ask its repository server", charts],
  ['pod', 'pod', 6379, 'Argo CD asks its Redis', charts],
  ['controlPlane', 'pod', 8443, 'the webhook of policy-controller', 'policy-controller.ts'],
  ['controlPlane', 'pod', 9443, 'webhooks of aws-load-balancer-controller', charts],
  [
    'controlPlane',
    'pod',
    10_250,
    'webhooks of external-secrets, the API of metrics-server',
    charts,
  ],
  ['controlPlane', 'pod', 5443, "Calico's API server", 'Calico, "System requirements"'],
  ['node', 'node', 5473, "Calico's agents ask Typha", 'Calico, "System requirements"'],
  ['pod', 'pod', 53, 'names', requirements],
  ['fargate', 'pod', 53, 'names', fargateGuide],
  ['pod', 'pod', 4317, 'the edge collector sends to the samplers', 'telemetry.ts'],
  ['pod', 'pod', 4318, 'services send spans and metrics', document],
  ['fargate', 'pod', 4318, 'services send spans and metrics', document],
];

const udp: readonly Row[] = [
  ['pod', 'pod', 53, 'names', requirements],
  ['fargate', 'pod', 53, 'names', fargateGuide],
];

const rows = (protocol: 'tcp' | 'udp', some: readonly Row[]): readonly NeededConnection[] =>
  some.map(([from, to, port, why, source]) => ({ from, to, protocol, port, why, source }));

/**
 * What must be possible within a cluster, answers included. Calico only enforces policies here: the VPC CNI keeps
 * the network, so that no node needs VXLAN, IP in IP or BGP of another one.
 */
export const neededConnections: readonly NeededConnection[] = freeze([
  ...rows('tcp', tcp),
  ...rows('udp', udp),
]);
