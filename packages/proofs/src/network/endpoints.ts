import type { Cluster } from '@bizflow/config';
import type { ConnectionEnd } from '@bizflow/config/network';
import type { Plan, Resource } from '@bizflow/terraform-plan';
import { texts, unknown } from '@bizflow/terraform-plan';
import type { Endpoint } from './connection.ts';
import { hostIn, hosts } from './hosts.ts';
import type { Network } from './model.ts';
import { clusterGroup, networkOf } from './network.ts';

/** The endpoints of connections in a cluster's VPC, and the Internet. */
export type Endpoints = Readonly<Record<ConnectionEnd, Endpoint>>;

/** Groups that the controller makes for load balancers (its user guide, "Security groups"). */
const made = { open: 'of a public load balancer', internal: 'of the internal load balancer' };

const all = { protocol: '-1', from: -1, to: -1, cidr: '0.0.0.0/0', peer: undefined };

const opened = (group: string, cidr: string): Network['rules'] => [
  { direction: 'ingress', group, protocol: 'tcp', from: 443, to: 443, cidr, peer: undefined },
  { ...all, direction: 'egress', group },
];

/**
 * HTTPS from anywhere, or from the VPC alone (argo-cd-access.ts). Terraform lets the public ones in to services; to
 * Argo CD the controller opens the cluster's group for its own.
 */
const balancerRules = ({ network: { vpc } }: Cluster, ofCluster: string): Network['rules'] => [
  ...opened(made.open, '0.0.0.0/0'),
  ...opened(made.internal, vpc),
  {
    ...{ direction: 'ingress', group: ofCluster, protocol: 'tcp', from: 8080, to: 8080 },
    ...{ cidr: undefined, peer: made.internal },
  },
];

/** The endpoints of a cluster, as its root and its subnets make them. */
export const endpointsOf = (plan: Plan, cluster: Cluster): Endpoints => {
  const first = (type: string, name = ''): Resource | undefined =>
    plan.resources.find((one) => one.type === type && one.address.includes(name));
  const eks = first('aws_eks_cluster');
  const ofCluster = eks === undefined ? [] : [clusterGroup(eks)];
  const planned = networkOf(plan);
  const network: Network = {
    ...planned,
    rules: [...planned.rules, ...ofCluster.flatMap((group) => balancerRules(cluster, group))],
  };
  const idOf = (type: string, name: string): readonly string[] => {
    const found = first(type, name);
    return found === undefined ? [] : [unknown(`${found.address}.id`)];
  };
  const end = (cidr: string, groups: readonly string[]): Endpoint => ({
    ip: hostIn(cidr),
    network,
    groups,
    lists: [],
  });
  const { public: outer, private: inner, database: data } = cluster.network;
  return {
    internet: { ip: hosts.any, network: undefined, groups: [], lists: [] },
    // Behind the gateway endpoint, by AWS's own list of its addresses.
    s3: {
      ip: hosts.s3,
      network: undefined,
      groups: [],
      lists: idOf('aws_ec2_managed_prefix_list', 's3'),
    },
    loadBalancer: end(outer[0], [made.open]),
    internalBalancer: end(inner[0], [made.internal]),
    // EKS places its interfaces in the cluster's subnets, under the cluster's group; a pod has its node's group.
    controlPlane: end(inner[0], ofCluster),
    node: end(inner[1], ofCluster),
    pod: end(inner[1], ofCluster),
    fargate: end(inner[2], idOf('aws_security_group', 'fargate')),
    database: end(data[0], texts(first('aws_db_instance')?.values.vpc_security_group_ids)),
    redis: end(
      data[2],
      texts(first('aws_elasticache_replication_group')?.values.security_group_ids),
    ),
    vpcEndpoint: end(inner[0], idOf('aws_security_group', 'endpoints')),
  };
};
