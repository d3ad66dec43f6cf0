import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const bucketReads =
  'ListBucket GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketObjectLockConfiguration GetBucketPolicy GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetAccelerateConfiguration GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration';

/** Buckets: IAM's names differ from those of the calls (Service Authorization Reference, Amazon S3). */
export const buckets = freeze({
  service: 's3',
  tags: '',
  source: 'internal/service/s3',
  types: {
    aws_s3_bucket: [
      bucketReads,
      'CreateBucket PutBucketTagging PutBucketObjectLockConfiguration DeleteBucket',
    ],
    aws_s3_bucket_lifecycle_configuration: [
      'GetLifecycleConfiguration',
      'PutLifecycleConfiguration',
    ],
    aws_s3_bucket_ownership_controls: ['GetBucketOwnershipControls', 'PutBucketOwnershipControls'],
    aws_s3_bucket_policy: ['GetBucketPolicy', 'PutBucketPolicy DeleteBucketPolicy'],
    aws_s3_bucket_public_access_block: ['GetBucketPublicAccessBlock', 'PutBucketPublicAccessBlock'],
    aws_s3_bucket_replication_configuration: [
      'GetReplicationConfiguration',
      'PutReplicationConfiguration iam:PassRole',
      'Service Authorization Reference, s3:PutReplicationConfiguration',
    ],
    aws_s3_bucket_server_side_encryption_configuration: [
      'GetEncryptionConfiguration',
      'PutEncryptionConfiguration',
    ],
    aws_s3_bucket_versioning: ['GetBucketVersioning', 'PutBucketVersioning'],
  },
} as const satisfies AccessTable);

/** Keys. */
export const keys = freeze({
  service: 'kms',
  tags: 'TagResource UntagResource',
  source: 'internal/service/kms',
  types: {
    aws_kms_key: [
      'DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags',
      'CreateKey EnableKey EnableKeyRotation DisableKeyRotation PutKeyPolicy UpdateKeyDescription ScheduleKeyDeletion',
    ],
    aws_kms_replica_key: [
      'DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags',
      'ReplicateKey CreateKey EnableKey PutKeyPolicy UpdateKeyDescription ScheduleKeyDeletion',
      'KMS developer guide, "Control access to multi-Region keys"',
    ],
    aws_kms_alias: ['ListAliases', 'CreateAlias UpdateAlias DeleteAlias'],
  },
} as const satisfies AccessTable);

/** Secrets. A value is read by name only (`secretsOf`), under the key that encrypts it. */
export const secrets = freeze({
  service: 'secretsmanager',
  tags: 'TagResource UntagResource',
  source: 'internal/service/secretsmanager',
  types: {
    aws_secretsmanager_secret: [
      'DescribeSecret GetResourcePolicy',
      'CreateSecret UpdateSecret ReplicateSecretToRegions RemoveRegionsFromReplication DeleteSecret kms:GenerateDataKey kms:Decrypt',
      'Secrets Manager user guide, "Permissions for the KMS key"',
    ],
    aws_secretsmanager_secret_policy: [
      'GetResourcePolicy',
      'PutResourcePolicy DeleteResourcePolicy',
    ],
    aws_secretsmanager_secret_version: [
      'GetSecretValue DescribeSecret kms:Decrypt',
      'PutSecretValue UpdateSecretVersionStage kms:GenerateDataKey',
      'Secrets Manager user guide, "Permissions for the KMS key"',
    ],
    aws_secretsmanager_random_password: ['GetRandomPassword', ''],
  },
} as const satisfies AccessTable);
