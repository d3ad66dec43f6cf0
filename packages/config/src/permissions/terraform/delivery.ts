import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const ecr = freeze({
  service: 'ecr',
  tags: 'TagResource UntagResource',
  source: 'internal/service/ecr',
  types: {
    aws_ecr_lifecycle_policy: ['GetLifecyclePolicy', 'PutLifecyclePolicy DeleteLifecyclePolicy'],
    aws_ecr_registry_scanning_configuration: [
      'GetRegistryScanningConfiguration',
      'PutRegistryScanningConfiguration',
    ],
    aws_ecr_replication_configuration: [
      'DescribeRegistry',
      'PutReplicationConfiguration iam:CreateServiceLinkedRole',
      'Service Authorization Reference, ecr:PutReplicationConfiguration',
    ],
    aws_ecr_repository: [
      'DescribeRepositories ListTagsForResource',
      'CreateRepository PutImageScanningConfiguration PutImageTagMutability DeleteRepository kms:CreateGrant kms:DescribeKey kms:RetireGrant',
      'ECR user guide, "Encryption at rest"',
    ],
    aws_ecr_repository_policy: [
      'GetRepositoryPolicy',
      'SetRepositoryPolicy DeleteRepositoryPolicy',
    ],
  },
} as const satisfies AccessTable);

const codebuild = freeze({
  service: 'codebuild',
  tags: '',
  source: 'internal/service/codebuild',
  types: {
    aws_codebuild_project: [
      'BatchGetProjects',
      'CreateProject UpdateProject DeleteProject iam:PassRole codeconnections:PassConnection codeconnections:UseConnection',
      'CodeBuild user guide, "GitHub App connections"',
    ],
    aws_codebuild_webhook: [
      'BatchGetProjects',
      'CreateWebhook UpdateWebhook DeleteWebhook codeconnections:UseConnection',
      'CodeBuild user guide, "GitHub App connections"',
    ],
  },
} as const satisfies AccessTable);

const connections = freeze({
  service: 'codeconnections',
  tags: 'TagResource UntagResource',
  source: 'internal/service/codeconnections',
  types: {
    aws_codeconnections_connection: [
      'GetConnection ListTagsForResource',
      'CreateConnection DeleteConnection',
    ],
  },
} as const satisfies AccessTable);

/** What makes images and keeps them. */
export const delivery = [ecr, codebuild, connections] as const;
