import { freeze } from '@bizflow/kernel';

/** What costs nothing until it is used, and by what AWS then counts. The estimate names each; it has no traffic to count with. */
export const billedByUse: Readonly<Record<string, string>> = freeze({
  aws_backup_vault: 'gigabytes of backups',
  aws_cloudfront_distribution: 'requests and gigabytes',
  aws_cloudtrail: 'events of data',
  aws_cloudwatch_log_delivery: 'gigabytes of logs',
  aws_cloudwatch_log_group: 'gigabytes of logs',
  aws_codebuild_project: 'minutes of builds',
  aws_config_config_rule: 'evaluations',
  aws_config_configuration_recorder: 'changes recorded',
  aws_dx_gateway: "the line's port and its gigabytes",
  aws_ec2_transit_gateway: 'gigabytes between regions',
  aws_ecr_repository: 'gigabytes of images',
  aws_eks_addon: 'observations of Container Insights',
  aws_flow_log: 'gigabytes of logs',
  aws_guardduty_detector: 'events, and vCPUs watched',
  aws_macie2_account: 'buckets and gigabytes',
  aws_prometheus_workspace: 'samples of metrics',
  aws_s3_bucket: 'gigabytes, requests, and gigabytes to other regions',
  aws_scheduler_schedule: 'calls',
  aws_securityhub_account: 'checks',
  aws_sns_topic: 'messages',
  aws_sns_topic_subscription: 'messages',
  aws_sqs_queue: 'messages',
  aws_ssm_document: 'steps of Automation and seconds of scripts',
  aws_vpc_endpoint_service: 'gigabytes of its load balancer',
  aws_vpc_peering_connection: 'gigabytes between regions',
  aws_xray_group: 'traces',
});

/** What AWS does not bill: settings, and parts of things that are billed. */
export const free: ReadonlySet<string> = new Set(
  `acm_certificate acm_certificate_validation backup_plan backup_region_settings backup_selection backup_vault_lock_configuration
  backup_vault_notifications backup_vault_policy budgets_budget cloudformation_stack cloudfront_cache_policy
  cloudfront_function cloudfront_response_headers_policy cloudwatch_event_rule cloudwatch_event_target
  cloudwatch_log_delivery_destination cloudwatch_log_delivery_source cloudwatch_log_resource_policy cloudwatch_query_definition
  codebuild_webhook codeconnections_connection config_configuration_recorder_status config_delivery_channel
  db_parameter_group db_subnet_group default_security_group ebs_default_kms_key ebs_encryption_by_default ec2_tag
  ec2_transit_gateway_route ec2_transit_gateway_route_table ec2_transit_gateway_route_table_association
  ec2_transit_gateway_route_table_propagation ecr_lifecycle_policy ecr_registry_scanning_configuration
  ecr_replication_configuration ecr_repository_policy eks_access_entry eks_access_policy_association
  eks_fargate_profile elasticache_global_replication_group elasticache_parameter_group elasticache_subnet_group
  guardduty_detector_feature iam_openid_connect_provider iam_policy iam_role iam_role_policy iam_role_policy_attachment
  iam_service_linked_role internet_gateway kms_alias launch_template lb_listener lb_target_group
  lb_target_group_attachment network_acl networkfirewall_firewall_policy networkfirewall_logging_configuration
  networkfirewall_rule_group ram_principal_association ram_resource_association ram_resource_share route
  route53_hosted_zone_dnssec route53_key_signing_key route53_record route_table route_table_association
  s3_bucket_lifecycle_configuration s3_bucket_ownership_controls s3_bucket_policy s3_bucket_public_access_block
  s3_bucket_replication_configuration s3_bucket_server_side_encryption_configuration s3_bucket_versioning
  secretsmanager_random_password secretsmanager_secret_policy secretsmanager_secret_version security_group
  securityhub_standards_subscription shield_protection sns_topic_policy sqs_queue_policy subnet vpc
  vpc_peering_connection_accepter vpc_peering_connection_options vpc_security_group_egress_rule
  vpc_security_group_ingress_rule wafv2_web_acl_logging_configuration xray_encryption_config`
    .split(/\s+/)
    .map((name) => `aws_${name}`),
);
