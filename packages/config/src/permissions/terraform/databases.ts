import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const rds = freeze({
  service: 'rds',
  tags: 'AddTagsToResource RemoveTagsFromResource',
  source: 'internal/service/rds',
  types: {
    aws_db_instance: [
      'DescribeDBInstances ListTagsForResource',
      'CreateDBInstance CreateDBInstanceReadReplica PromoteReadReplica ModifyDBInstance RebootDBInstance StartDBInstance StopDBInstance DeleteDBInstance iam:PassRole iam:CreateServiceLinkedRole kms:CreateGrant kms:DescribeKey',
      'Service Authorization Reference, rds:CreateDBInstance; RDS user guide, "Encrypting RDS resources"',
    ],
    aws_db_parameter_group: [
      'DescribeDBParameterGroups DescribeDBParameters ListTagsForResource',
      'CreateDBParameterGroup ModifyDBParameterGroup ResetDBParameterGroup DeleteDBParameterGroup',
    ],
    aws_db_subnet_group: [
      'DescribeDBSubnetGroups ListTagsForResource',
      'CreateDBSubnetGroup ModifyDBSubnetGroup DeleteDBSubnetGroup',
    ],
  },
} as const satisfies AccessTable);

const elasticache = freeze({
  service: 'elasticache',
  tags: 'AddTagsToResource RemoveTagsFromResource',
  source: 'internal/service/elasticache',
  types: {
    aws_elasticache_global_replication_group: [
      'DescribeGlobalReplicationGroups DescribeReplicationGroups DescribeCacheClusters',
      'CreateGlobalReplicationGroup ModifyGlobalReplicationGroup DisassociateGlobalReplicationGroup DeleteGlobalReplicationGroup',
    ],
    aws_elasticache_parameter_group: [
      'DescribeCacheParameterGroups DescribeCacheParameters ListTagsForResource',
      'CreateCacheParameterGroup ModifyCacheParameterGroup ResetCacheParameterGroup DeleteCacheParameterGroup',
    ],
    aws_elasticache_replication_group: [
      'DescribeReplicationGroups DescribeCacheClusters ListTagsForResource',
      'DescribeGlobalReplicationGroups CreateReplicationGroup ModifyReplicationGroup ModifyReplicationGroupShardConfiguration IncreaseReplicaCount DecreaseReplicaCount DeleteReplicationGroup iam:CreateServiceLinkedRole kms:CreateGrant kms:DescribeKey',
      'ElastiCache user guide, "At-rest encryption" and "Using service-linked roles"',
    ],
    aws_elasticache_subnet_group: [
      'DescribeCacheSubnetGroups ListTagsForResource',
      'CreateCacheSubnetGroup ModifyCacheSubnetGroup DeleteCacheSubnetGroup',
    ],
  },
} as const satisfies AccessTable);

const backup = freeze({
  service: 'backup',
  tags: 'TagResource UntagResource',
  source: 'internal/service/backup',
  types: {
    aws_backup_plan: [
      'GetBackupPlan ListTags',
      'CreateBackupPlan UpdateBackupPlan DeleteBackupPlan',
    ],
    aws_backup_region_settings: ['DescribeRegionSettings', 'UpdateRegionSettings'],
    aws_backup_selection: [
      'GetBackupSelection',
      'CreateBackupSelection DeleteBackupSelection iam:PassRole',
      'Service Authorization Reference, backup:CreateBackupSelection',
    ],
    aws_backup_vault: [
      'DescribeBackupVault ListTags',
      'CreateBackupVault DeleteBackupVault backup-storage:MountCapsule kms:CreateGrant kms:DescribeKey kms:Decrypt kms:GenerateDataKey kms:RetireGrant',
      'Backup API reference, CreateBackupVault',
    ],
    aws_backup_vault_lock_configuration: [
      'DescribeBackupVault',
      'PutBackupVaultLockConfiguration DeleteBackupVaultLockConfiguration',
    ],
    aws_backup_vault_notifications: [
      'GetBackupVaultNotifications',
      'PutBackupVaultNotifications DeleteBackupVaultNotifications',
    ],
    aws_backup_vault_policy: [
      'GetBackupVaultAccessPolicy',
      'PutBackupVaultAccessPolicy DeleteBackupVaultAccessPolicy',
    ],
  },
} as const satisfies AccessTable);

/** Databases, and the backups of everything. */
export const databases = [rds, elasticache, backup] as const;
