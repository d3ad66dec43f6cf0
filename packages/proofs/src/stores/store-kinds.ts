import { bodies, ofType, type Plan, type Value, type Values } from '@bizflow/terraform-plan';

/** How a kind of resource keeps data: the keys that encrypt it, and settings that must be so. */
interface StoreKind {
  /** One for each thing that is encrypted; undefined where no key is set. */
  readonly keys: (values: Values, plan: Plan) => readonly (Value | undefined)[];
  /** Settings without which the key would encrypt nothing. */
  readonly settings?: (values: Values, plan: Plan) => Readonly<Record<string, boolean>>;
}

const key =
  (name: string): StoreKind['keys'] =>
  (values) => [values[name]];

const withoutNothing = (keys: readonly (Value | undefined)[]): readonly (Value | undefined)[] =>
  keys.length === 0 ? [undefined] : keys;

const within =
  (block: string, inner: string, name: string): StoreKind['keys'] =>
  (values) =>
    withoutNothing(
      bodies(values[block])
        .flatMap((one) => (inner === '' ? [one] : bodies(one[inner])))
        .map((one) => one[name]),
    );

/** The configurations of a bucket that are resources of their own. */
export const ofBucket = (type: string, bucket: Value | undefined, plan: Plan) =>
  ofType(plan, type).filter(({ values }) => values.bucket === bucket);

/** A secondary of a Global Datastore takes what its primary has (ElastiCache user guide, "Global datastores"). */
export const isSecondary = ({ global_replication_group_id: group }: Values): boolean =>
  (group ?? null) !== null;

/** Every type of resource that keeps data. */
export const storeKinds: Readonly<Record<string, StoreKind>> = {
  aws_backup_vault: { keys: key('kms_key_arn') },
  aws_cloudtrail: { keys: key('kms_key_id') },
  aws_cloudwatch_log_group: { keys: key('kms_key_id') },
  aws_codebuild_project: { keys: key('encryption_key') },
  aws_db_instance: {
    keys: ({ kms_key_id: disk, performance_insights_kms_key_id: queries }) => [disk, queries],
    settings: ({ storage_encrypted: disk }) => ({ storage_encrypted: disk === true }),
  },
  aws_ebs_default_kms_key: {
    keys: key('key_arn'),
    settings: (_, plan) => ({
      aws_ebs_encryption_by_default: ofType(plan, 'aws_ebs_encryption_by_default').some(
        ({ values }) => values.enabled === true,
      ),
    }),
  },
  aws_ecr_repository: { keys: within('encryption_configuration', '', 'kms_key') },
  aws_eks_cluster: { keys: within('encryption_config', 'provider', 'key_arn') },
  aws_elasticache_replication_group: {
    keys: key('kms_key_id'),
    settings: (values) => ({
      at_rest_encryption_enabled: isSecondary(values) || values.at_rest_encryption_enabled === true,
    }),
  },
  aws_launch_template: {
    keys: within('block_device_mappings', 'ebs', 'kms_key_id'),
    settings: ({ block_device_mappings: disks }) => ({
      encrypted: bodies(disks)
        .flatMap(({ ebs }) => bodies(ebs))
        .every(({ encrypted }) => encrypted === true),
    }),
  },
  aws_prometheus_workspace: { keys: key('kms_key_arn') },
  aws_s3_bucket: {
    keys: ({ bucket }, plan) =>
      withoutNothing(
        ofBucket('aws_s3_bucket_server_side_encryption_configuration', bucket, plan)
          .flatMap(({ values }) => bodies(values.rule))
          .flatMap((rule) => bodies(rule.apply_server_side_encryption_by_default))
          .map(({ kms_master_key_id: name }) => name),
      ),
  },
  aws_secretsmanager_secret: { keys: key('kms_key_id') },
  aws_sns_topic: { keys: key('kms_master_key_id') },
  aws_sqs_queue: { keys: key('kms_master_key_id') },
  aws_xray_encryption_config: {
    keys: key('key_id'),
    settings: ({ type }) => ({ type: type === 'KMS' }),
  },
};

/**
 * Types that keep nothing of people by themselves: settings, networks, rights, and services whose findings AWS keeps
 * under keys of its own. A type in neither list is a problem, so that a new store cannot be forgotten.
 */
const withoutData: ReadonlySet<string> = new Set(
  `acm_certificate acm_certificate_validation backup_plan backup_region_settings backup_selection
  backup_vault_lock_configuration backup_vault_notifications backup_vault_policy
  budgets_budget chatbot_slack_channel_configuration cloudformation_stack
  cloudfront_cache_policy cloudfront_distribution cloudfront_function
  cloudfront_response_headers_policy cloudwatch_dashboard cloudwatch_event_rule
  cloudwatch_event_target cloudwatch_log_delivery cloudwatch_log_delivery_destination
  cloudwatch_log_delivery_source cloudwatch_log_resource_policy cloudwatch_metric_alarm
  cloudwatch_query_definition codebuild_webhook codeconnections_connection config_config_rule
  config_configuration_recorder config_configuration_recorder_status config_delivery_channel
  db_parameter_group db_subnet_group default_security_group dx_gateway dx_gateway_association
  ebs_encryption_by_default ec2_tag ec2_transit_gateway ec2_transit_gateway_peering_attachment
  ec2_transit_gateway_peering_attachment_accepter ec2_transit_gateway_route
  ec2_transit_gateway_route_table ec2_transit_gateway_route_table_association
  ec2_transit_gateway_route_table_propagation ec2_transit_gateway_vpc_attachment
  ecr_lifecycle_policy ecr_registry_scanning_configuration ecr_replication_configuration
  ecr_repository_policy eip eks_access_entry eks_access_policy_association eks_addon
  eks_fargate_profile eks_node_group elasticache_global_replication_group
  elasticache_parameter_group elasticache_subnet_group flow_log guardduty_detector
  guardduty_detector_feature iam_openid_connect_provider iam_policy iam_role iam_role_policy
  iam_role_policy_attachment internet_gateway kms_alias kms_key kms_replica_key lb lb_listener
  lb_target_group lb_target_group_attachment macie2_account nat_gateway network_acl
  networkfirewall_firewall networkfirewall_firewall_policy
  networkfirewall_logging_configuration networkfirewall_rule_group ram_principal_association
  ram_resource_association ram_resource_share route route53_health_check
  route53_hosted_zone_dnssec route53_key_signing_key route53_record route53_zone route_table
  route_table_association s3_bucket_lifecycle_configuration s3_bucket_ownership_controls
  s3_bucket_policy s3_bucket_public_access_block s3_bucket_replication_configuration
  s3_bucket_server_side_encryption_configuration s3_bucket_versioning scheduler_schedule
  secretsmanager_secret_policy secretsmanager_secret_version security_group
  securityhub_account securityhub_standards_subscription shield_protection shield_subscription
  sns_topic_policy sns_topic_subscription sqs_queue_policy ssm_document subnet vpc
  vpc_endpoint vpc_endpoint_service vpc_peering_connection vpc_peering_connection_accepter
  vpc_security_group_egress_rule vpc_security_group_ingress_rule wafv2_web_acl
  wafv2_web_acl_logging_configuration xray_group`
    .split(/\s+/)
    .map((name) => `aws_${name}`),
);

/** Whether it is known what a type keeps. */
export const isKnownType = (type: string): boolean =>
  Object.hasOwn(storeKinds, type) || withoutData.has(type);
