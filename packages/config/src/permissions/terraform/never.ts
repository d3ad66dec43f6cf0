import { freeze } from '@bizflow/kernel';

/**
 * What no role of the platform may do, because it cannot be undone or costs a year: the boundary of every role
 * denies it, so that a person does it with a role of their own.
 */
export const neverByMachine = freeze([
  'backup:DeleteBackupVault',
  'backup:DeleteBackupVaultAccessPolicy',
  'backup:DeleteBackupVaultLockConfiguration',
  'backup:DeleteRecoveryPoint',
  'cloudtrail:DeleteTrail',
  'cloudtrail:StopLogging',
  'guardduty:DeleteDetector',
  'kms:DisableKey',
  'kms:ScheduleKeyDeletion',
  'rds:DeleteDBInstance',
  'rds:DeleteDBInstanceAutomatedBackup',
  'route53:DeleteHostedZone',
  's3:DeleteBucket',
  's3:DeleteObjectVersion',
  'shield:CreateSubscription',
] as const);
