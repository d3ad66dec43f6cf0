import { bodies, isList, type Value, type Values } from '@bizflow/terraform-plan';
import type { Places, TransferKind } from './transfer.ts';

type Read = (values: Values, own: string, places: Places) => readonly (readonly [string, string])[];

const regionIn = (arn: Value | undefined): string | undefined =>
  typeof arn === 'string' ? /^arn:[\w-]+:[\w-]+:([a-z]{2}-[a-z]+-\d):/.exec(arn)?.[1] : undefined;

const list = (value: Value | undefined): readonly Value[] =>
  value === undefined || value === null ? [] : isList(value) ? value : [value];

/** From a region into the resource's own, or out of it. */
const into = (own: string, from: string | undefined) =>
  from === undefined ? [] : [[from, own] as const];
const outOf = (own: string, to: string | undefined) =>
  to === undefined ? [] : [[own, to] as const];

const bucketOf = (places: Places, arn: Value | undefined): string | undefined =>
  typeof arn === 'string'
    ? places.buckets.get(arn.replace(/^arn:aws:s3:::/, '').split('/')[0] ?? '')
    : undefined;

const regions = (block: Value | undefined, key: string): readonly string[] =>
  bodies(block).flatMap((one) => (typeof one[key] === 'string' ? [one[key]] : []));

const logsTo =
  (key: string): Read =>
  (values, own, places) =>
    list(values[key]).flatMap((one) => outOf(own, regionIn(one) ?? bucketOf(places, one)));

const routes: Read = (values, own, places) => {
  const cidr = values.destination_cidr_block;
  return typeof cidr === 'string' ? outOf(own, places.regionOfAddress(cidr)) : [];
};

/** Which resources carry something, and how their two ends are read. */
export const readers: readonly (readonly [type: string, TransferKind, Read])[] = [
  ['aws_db_instance', 'database-replica', (v, own) => into(own, regionIn(v.replicate_source_db))],
  [
    'aws_rds_cluster',
    'database-replica',
    (v, own) => into(own, regionIn(v.replication_source_identifier)),
  ],
  [
    'aws_db_instance_automated_backups_replication',
    'backup-copy',
    (v, own) => into(own, regionIn(v.source_db_instance_arn)),
  ],
  [
    'aws_elasticache_replication_group',
    'redis-replica',
    (v, own, places) =>
      typeof v.global_replication_group_id === 'string'
        ? into(own, places.primaryOf(v.global_replication_group_id))
        : [],
  ],
  // Its founder follows it too, once another member has taken over.
  [
    'aws_elasticache_global_replication_group',
    'redis-replica',
    (v, own, places) => into(own, places.primaryOf(String(v.global_replication_group_id_suffix))),
  ],
  [
    'aws_s3_bucket_replication_configuration',
    'bucket-replica',
    (v, own, places) =>
      bodies(v.rule)
        .flatMap(({ destination }) => bodies(destination))
        .flatMap(({ bucket }) => outOf(own, bucketOf(places, bucket) ?? 'an unknown region')),
  ],
  [
    'aws_backup_plan',
    'backup-copy',
    (v, own) =>
      bodies(v.rule)
        .flatMap(({ copy_action }) => bodies(copy_action))
        .flatMap(({ destination_vault_arn: arn }) => outOf(own, regionIn(arn))),
  ],
  [
    'aws_secretsmanager_secret',
    'secret-replica',
    (v, own) => regions(v.replica, 'region').flatMap((to) => outOf(own, to)),
  ],
  ['aws_kms_replica_key', 'key-replica', (v, own) => into(own, regionIn(v.primary_key_arn))],
  [
    'aws_ecr_replication_configuration',
    'image-replica',
    (v, own) =>
      bodies(v.replication_configuration)
        .flatMap(({ rule }) => bodies(rule))
        .flatMap(({ destination }) => regions(destination, 'region'))
        .flatMap((to) => outOf(own, to)),
  ],
  ['aws_flow_log', 'log', logsTo('log_destination')],
  ['aws_wafv2_web_acl_logging_configuration', 'log', logsTo('log_destination_configs')],
  ['aws_cloudwatch_log_subscription_filter', 'log', logsTo('destination_arn')],
  ['aws_cloudwatch_event_target', 'log', logsTo('arn')],
  ['aws_s3_bucket_logging', 'log', logsTo('target_bucket')],
  ['aws_cloudtrail', 'log', logsTo('s3_bucket_name')],
  ['aws_config_delivery_channel', 'log', logsTo('s3_bucket_name')],
  [
    'aws_securityhub_finding_aggregator',
    'log',
    (v, own) =>
      list(v.specified_regions).flatMap((from) =>
        typeof from === 'string' ? into(own, from) : [],
      ),
  ],
  [
    'aws_route',
    'network',
    (v, own, places) =>
      v.transit_gateway_id === undefined && v.vpc_peering_connection_id === undefined
        ? []
        : routes(v, own, places),
  ],
  ['aws_ec2_transit_gateway_route', 'network', routes],
];
