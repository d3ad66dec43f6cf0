import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const cloudwatch = freeze({
  service: 'cloudwatch',
  tags: 'TagResource UntagResource',
  source: 'internal/service/cloudwatch',
  types: {
    aws_cloudwatch_dashboard: ['GetDashboard', 'PutDashboard DeleteDashboards'],
    aws_cloudwatch_metric_alarm: [
      'DescribeAlarms ListTagsForResource',
      'PutMetricAlarm DeleteAlarms',
    ],
  },
} as const satisfies AccessTable);

const logs = freeze({
  service: 'logs',
  tags: 'TagResource UntagResource',
  source: 'internal/service/logs',
  types: {
    aws_cloudwatch_log_delivery: [
      'GetDelivery ListTagsForResource',
      'CreateDelivery UpdateDeliveryConfiguration DeleteDelivery',
    ],
    aws_cloudwatch_log_delivery_destination: [
      'GetDeliveryDestination ListTagsForResource',
      'PutDeliveryDestination DeleteDeliveryDestination DescribeResourcePolicies PutResourcePolicy DescribeLogGroups',
      'CloudWatch Logs user guide, "Enable logging from AWS services": V2, CloudWatch Logs',
    ],
    aws_cloudwatch_log_delivery_source: [
      'GetDeliverySource ListTagsForResource',
      'PutDeliverySource DeleteDeliverySource cloudfront:AllowVendedLogDeliveryForResource',
      'CloudWatch Logs user guide, "Enable logging from AWS services": V2, the service',
    ],
    aws_cloudwatch_log_group: [
      'DescribeLogGroups ListTagsForResource',
      'CreateLogGroup PutRetentionPolicy DeleteRetentionPolicy AssociateKmsKey DisassociateKmsKey DeleteLogGroup',
    ],
    aws_cloudwatch_log_resource_policy: [
      'DescribeResourcePolicies',
      'PutResourcePolicy DeleteResourcePolicy',
    ],
    aws_cloudwatch_query_definition: [
      'DescribeQueryDefinitions',
      'PutQueryDefinition DeleteQueryDefinition',
    ],
  },
} as const satisfies AccessTable);

const xray = freeze({
  service: 'xray',
  tags: 'TagResource UntagResource',
  source: 'internal/service/xray',
  types: {
    aws_xray_encryption_config: [
      'GetEncryptionConfig',
      'PutEncryptionConfig kms:CreateGrant kms:DescribeKey',
      'X-Ray developer guide, "Data protection"',
    ],
    aws_xray_group: ['GetGroup ListTagsForResource', 'CreateGroup UpdateGroup DeleteGroup'],
  },
} as const satisfies AccessTable);

const prometheus = freeze({
  service: 'aps',
  tags: 'TagResource UntagResource',
  source: 'internal/service/amp',
  types: {
    aws_prometheus_workspace: [
      'DescribeWorkspace DescribeLoggingConfiguration ListTagsForResource',
      'CreateWorkspace UpdateWorkspaceAlias CreateLoggingConfiguration UpdateLoggingConfiguration DeleteLoggingConfiguration DeleteWorkspace kms:CreateGrant kms:DescribeKey kms:Decrypt kms:GenerateDataKey',
      'Amazon Managed Service for Prometheus user guide, "Encryption at rest"',
    ],
  },
} as const satisfies AccessTable);

// The one stack turns Transaction Search on, for which the provider has no resource. CloudFormation acts with the
// rights of its caller.
const stacks = freeze({
  service: 'cloudformation',
  tags: '',
  source: 'internal/service/cloudformation',
  types: {
    aws_cloudformation_stack: [
      'DescribeStacks GetTemplate DescribeStackEvents GetStackPolicy xray:GetTraceSegmentDestination xray:GetIndexingRules',
      'CreateStack UpdateStack DeleteStack TagResource UntagResource xray:UpdateTraceSegmentDestination xray:UpdateIndexingRule logs:CreateLogGroup logs:CreateLogStream logs:PutRetentionPolicy logs:PutResourcePolicy logs:DescribeResourcePolicies application-signals:StartDiscovery cloudtrail:CreateServiceLinkedChannel iam:CreateServiceLinkedRole',
      'CloudWatch user guide, "Getting started with Transaction Search", prerequisites',
    ],
  },
} as const satisfies AccessTable);

const budgets = freeze({
  service: 'budgets',
  tags: 'TagResource UntagResource',
  source: 'internal/service/budgets',
  types: {
    aws_budgets_budget: ['ViewBudget ListTagsForResource', 'ModifyBudget'],
  },
} as const satisfies AccessTable);

/** What measures, records and costs. */
export const telemetry = [cloudwatch, logs, xray, prometheus, stacks, budgets] as const;
