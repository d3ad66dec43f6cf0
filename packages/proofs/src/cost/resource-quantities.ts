import { vcpus } from '@bizflow/config/cost';
import { asText, bodies, isList, ofType, type Plan } from '@bizflow/terraform-plan';
import { attributeOf, instances, number, type Quantity, type Read, size } from './quantity.ts';

const one =
  (price: Quantity[0]): Read =>
  () => [[price, 1]];

// The node group's launch template says which disks a node gets.
const nodes: Read = ({ values: { scaling_config: scaling, instance_types: types } }, plan) => {
  const count = number(bodies(scaling)[0]?.desired_size);
  const disks = ofType(plan, 'aws_launch_template')
    .flatMap(({ values }) => bodies(values.block_device_mappings))
    .flatMap(({ ebs }) => bodies(ebs))
    .reduce((sum, { volume_size: gb }) => sum + number(gb), 0);
  return [...instances(isList(types) ? types[0] : undefined, count), ['volume GB', count * disks]];
};

const database: Read = (resource, plan) => {
  const {
    instance_class: type,
    multi_az: multiAz,
    database_insights_mode: insights,
  } = resource.values;
  const copies = multiAz === true ? 2 : 1;
  const gb = number(attributeOf(resource, plan, 'allocated_storage', 'storage_gb'));
  const watched = insights === 'advanced' ? (vcpus(asText(type ?? '')) ?? Number.NaN) : 0;
  return [...instances(type, copies), ['database GB', copies * gb], ['insights vCPU', watched]];
};

const redis: Read = (resource, plan) =>
  instances(
    attributeOf(resource, plan, 'node_type', 'node_type'),
    number(resource.values.num_cache_clusters),
  );

const firewallEndpoints = (plan: Plan): number =>
  ofType(plan, 'aws_networkfirewall_firewall').reduce(
    (sum, { values }) => sum + size(values.subnet_mapping),
    0,
  );

// AWS waives as many NAT gateways as there are firewall endpoints on their way (Network Firewall, "Pricing").
const natGateway: Read = (_, plan) => {
  const count = ofType(plan, 'aws_nat_gateway').length;
  const waived = Math.min(count, firewallEndpoints(plan)) / count;
  return [
    ['NAT gateway', 1 - waived],
    ['waived NAT gateway', waived],
  ];
};

/** A web ACL, by the JSON of its rules. */
export const webAcl = (rules: string): readonly Quantity[] => [
  ['web ACL', 1],
  ['web ACL rule', (JSON.parse(rules) as readonly unknown[]).length],
  ['bot control', rules.includes('AWSManagedRulesBotControlRuleSet') ? 1 : 0],
];

const healthCheck: Read = ({
  values: { type, request_interval: interval, measure_latency: latency },
}) => [
  ['health check', 1],
  [
    'health check option',
    [asText(type ?? '').startsWith('HTTPS'), interval === 10, latency === true].filter(Boolean)
      .length,
  ],
];

const alarm: Read = ({ values }) => {
  const metrics = bodies(values.metric_query).filter(({ metric }) => metric !== undefined);
  return [['alarm', Math.max(1, metrics.length)]];
};

/** What costs money by being there, and how much of it there is. */
export const priced: Readonly<Record<string, Read>> = {
  aws_cloudwatch_dashboard: one('dashboard'),
  aws_cloudwatch_metric_alarm: alarm,
  aws_db_instance: database,
  aws_dx_gateway_association: one('gateway attachment'),
  aws_ec2_transit_gateway_peering_attachment: one('gateway attachment'),
  aws_ec2_transit_gateway_peering_attachment_accepter: one('gateway attachment'),
  aws_ec2_transit_gateway_vpc_attachment: one('gateway attachment'),
  aws_eip: one('public address'),
  aws_eks_cluster: one('cluster'),
  aws_eks_node_group: nodes,
  aws_elasticache_replication_group: redis,
  aws_kms_key: one('key'),
  aws_kms_replica_key: one('key'),
  aws_lb: one('load balancer'),
  aws_nat_gateway: natGateway,
  aws_networkfirewall_firewall: ({ values }) => [
    ['firewall endpoint', size(values.subnet_mapping)],
  ],
  aws_route53_health_check: healthCheck,
  aws_route53_zone: one('zone'),
  aws_secretsmanager_secret: ({ values }) => [['secret', 1 + bodies(values.replica).length]],
  aws_shield_subscription: one('shield'),
  aws_vpc_endpoint: ({ values }) =>
    values.vpc_endpoint_type === 'Interface'
      ? [['interface endpoint', size(values.subnet_ids)]]
      : [],
  aws_wafv2_web_acl: ({ values }) => webAcl(asText(values.rule_json ?? '[]')),
};
