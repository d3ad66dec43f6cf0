import { type Cluster, everyReach, type Fleet, type Reach } from '@bizflow/config';
import { logGroup } from '@bizflow/config/names';
import { anywhere, dataPorts } from '@bizflow/config/network';
import { type Blocks, type ModuleCall, outputOf, variableOf } from '../root-file.ts';
import { keyArn } from './security.ts';

/** The cluster, the nodes of its controllers, and its services on Fargate. */
export const eks = (cluster: Cluster, fleet: Fleet): ModuleCall => {
  const { kubernetes, nodes } = cluster.region.cluster;
  return {
    module: 'eks',
    inputs: {
      name: cluster.name,
      kubernetes_version: kubernetes,
      vpc_id: outputOf('vpc', 'vpc_id'),
      subnet_ids: outputOf('vpc', 'subnet_ids["private"]'),
      kms_key_arn: keyArn('application'),
      administrator_cidrs: variableOf('administrator_cidrs'),
      log_retention_days: fleet.foundations[cluster.environment.name].logRetentionDays,
      nodes: { instance: nodes.instance, min: nodes.min, max: nodes.max, disk_gb: nodes.diskGb },
      fargate_profiles: fargateProfiles(cluster, fleet),
      fargate_egress: fargateEgress(cluster, fleet),
      node_callers: nodeCallers(cluster, fleet),
      fargate_log_group: logGroup(cluster, 'fargate'),
      addon_role_arns: {
        'vpc-cni': outputOf('workload-roles', 'role_arns["aws-node"]'),
        'amazon-cloudwatch-observability': outputOf(
          'workload-roles',
          'role_arns["cloudwatch-agent"]',
        ),
      },
    },
    beside,
  };
};

const beside: Blocks = {
  variable: {
    administrator_cidrs: {
      type: 'list(string)',
      default: [],
      description: "Addresses that may reach the cluster's API over the Internet; none at rest.",
    },
  },
  output: {
    fargate_security_group_id: {
      description: 'For packages/config/src/assigned/assigned.ts: fargateSecurityGroup.',
      value: outputOf('eks', 'fargate_security_group_id'),
    },
    administrator_role_arn: {
      description: 'The role to assume for the first kubectl.',
      value: outputOf('eks', 'administrator_role_arn'),
    },
  },
};

const onFargate = ({ services }: Fleet) =>
  services.filter(({ compute }) => compute.kind === 'fargate');

const fargateProfiles = ({ network }: Cluster, fleet: Fleet) =>
  Object.fromEntries(
    onFargate(fleet).map(({ name, port, exposure }) => [
      name,
      {
        namespace: `bizflow-${name}`,
        labels: { 'app.kubernetes.io/name': name },
        port,
        caller_cidrs: exposure === null ? [] : network.public,
      },
    ]),
  );

// What the NetworkPolicies of the same services allow, for pods that no NetworkPolicy reaches.
const fargateEgress = (cluster: Cluster, fleet: Fleet) => {
  const reached = new Set(onFargate(fleet).flatMap(({ reaches }) => reaches));
  const to = (description: string, cidrs: readonly string[], port: number) =>
    cidrs.map((cidr) => ({ description, cidr, port }));
  const data = [...new Set([...cluster.network.database, ...cluster.writerNetwork.database])];
  const rules: Readonly<Record<Reach, ReturnType<typeof to>>> = {
    database: to('PostgreSQL', data, dataPorts.database),
    redis: to('Redis', data, dataPorts.redis),
    // The module opens S3 to every Fargate pod, whose image has its layers there.
    bucket: [],
    internet: to('HTTPS', [anywhere], 443),
  };
  return [
    ...to('Endpoints of AWS services', cluster.network.private, 443),
    ...everyReach.filter((reach) => reached.has(reach)).flatMap((reach) => rules[reach]),
  ];
};

const nodeCallers = ({ network }: Cluster, { services }: Fleet) => {
  const ports = services
    .filter(({ compute, exposure }) => compute.kind === 'karpenter' && exposure !== null)
    .map(({ port }) => port);
  return [...new Set(ports)].flatMap((port) => network.public.map((cidr) => ({ cidr, port })));
};
