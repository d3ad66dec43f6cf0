import { freeze } from '@bizflow/kernel';

/** A role that Terraform hands to a service. */
export interface PassedRole {
  /** The argument that names the role, in the resource or in a block of it. */
  readonly argument: string;
  /** Who receives it: `iam:PassedToService`. */
  readonly to: readonly string[];
  /** How the roles' names end, after that of their place; `*` for any text, `?` for one character. */
  readonly suffixes: readonly string[];
}

/**
 * Roles by the type of resource that passes them (Service Authorization Reference, dependent actions). EKS asks
 * both for itself and for the service whose role it is (EKS user guide, "Identity-based policy examples").
 */
export const passedRoles: Readonly<Record<string, PassedRole>> = freeze({
  aws_backup_selection: {
    argument: 'iam_role_arn',
    to: ['backup.amazonaws.com'],
    suffixes: ['backup'],
  },
  aws_chatbot_slack_channel_configuration: {
    argument: 'iam_role_arn',
    to: ['chatbot.amazonaws.com', 'management.chatbot.amazonaws.com'],
    suffixes: ['chat'],
  },
  aws_cloudtrail: {
    argument: 'cloud_watch_logs_role_arn',
    to: ['cloudtrail.amazonaws.com'],
    suffixes: ['trail'],
  },
  aws_codebuild_project: {
    argument: 'service_role',
    to: ['codebuild.amazonaws.com'],
    suffixes: ['build', 'staging', 'release'],
  },
  aws_config_configuration_recorder: {
    argument: 'role_arn',
    to: ['config.amazonaws.com'],
    suffixes: ['config'],
  },
  aws_db_instance: {
    argument: 'monitoring_role_arn',
    to: ['monitoring.rds.amazonaws.com'],
    suffixes: ['database-monitoring'],
  },
  aws_eks_addon: {
    argument: 'service_account_role_arn',
    to: ['eks.amazonaws.com'],
    suffixes: ['aws-node', 'cloudwatch-agent'],
  },
  aws_eks_cluster: { argument: 'role_arn', to: ['eks.amazonaws.com'], suffixes: ['cluster'] },
  aws_eks_fargate_profile: {
    argument: 'pod_execution_role_arn',
    to: ['eks.amazonaws.com', 'eks-fargate-pods.amazonaws.com'],
    suffixes: ['fargate'],
  },
  aws_eks_node_group: {
    argument: 'node_role_arn',
    to: ['eks.amazonaws.com', 'ec2.amazonaws.com'],
    // A region's id ends in a digit; `karpenter-node` is a role that Karpenter hands on.
    suffixes: ['?-node'],
  },
  aws_flow_log: {
    argument: 'iam_role_arn',
    to: ['vpc-flow-logs.amazonaws.com'],
    suffixes: ['flow-logs'],
  },
  aws_scheduler_schedule: {
    argument: 'role_arn',
    to: ['scheduler.amazonaws.com'],
    suffixes: ['restorable-age-start'],
  },
  aws_s3_bucket_replication_configuration: {
    argument: 'role',
    to: ['s3.amazonaws.com'],
    suffixes: ['replicate-*'],
  },
});
