import { freeze } from '@bizflow/kernel';

/** "VPC Endpoints: S3, Secrets Manager, CloudWatch, ECR, STS"; S3's is a gateway endpoint and listed apart. */
export const interfaceEndpoints = freeze([
  'ecr.api',
  'ecr.dkr',
  'logs',
  'monitoring',
  'secretsmanager',
  'sts',
]);
