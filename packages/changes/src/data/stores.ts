import type { ResourceChange } from '../difference/resources.ts';
import { rule } from '../effect.ts';
import {
  byAttribute,
  byFate,
  comes,
  eachAttribute,
  goes,
  ofResource,
  stays,
} from '../effects-of.ts';

/** Types of resources that hold what cannot be made again. */
export const dataTypes: ReadonlySet<string> = new Set([
  ...['aws_db_instance', 'aws_rds_cluster', 'aws_rds_global_cluster', 'aws_dynamodb_table'],
  ...['aws_elasticache_replication_group', 'aws_elasticache_global_replication_group'],
  ...['aws_s3_bucket', 'aws_efs_file_system', 'aws_ebs_volume', 'aws_backup_vault'],
  ...['aws_kms_key', 'aws_kms_replica_key', 'aws_secretsmanager_secret', 'aws_ecr_repository'],
  ...['aws_cloudwatch_log_group', 'aws_prometheus_workspace', 'aws_cognito_user_pool'],
]);

const holdsData = ({ type }: ResourceChange): boolean => dataTypes.has(type);

/** A store of data that comes. */
export const added = rule('data/added', ({ resources }) =>
  resources
    .filter(holdsData)
    .filter(comes)
    .map((one) => ofResource(one, 'is made')),
);

/** A store of data that Terraform destroys. */
export const deleted = rule('data/deleted', ({ resources }) =>
  resources
    .filter(holdsData)
    .filter(goes)
    .map((one) => ofResource(one, 'is destroyed with what it holds')),
);

const retention =
  /retention|delete_after|cold_storage_after|noncurrent_days|noncurrent_version_expiration|expiration\/\d+\/days$|schedule$|recovery_window|deletion_window|start_window|completion_window/;

/** For how long backups, versions, logs and keys are kept. */
export const kept = rule(
  'data/retention',
  byAttribute(/./, retention, ({ before, after }) => {
    if (typeof before !== 'number' || typeof after !== 'number') return 'is kept otherwise';
    return after < before ? 'is kept for a shorter time' : 'is kept for a longer time';
  }),
);

const protection =
  /deletion_protection|skip_final_snapshot|force_destroy|force_delete|prevent_destroy|multi_az|storage_encrypted|encryption|kms_key|versioning|automatic_failover|delete_automated_backups|apply_immediately|engine_version|instance_class|node_type|allocated_storage/;

const stores =
  /^aws_(?:db|rds|elasticache|s3|kms|backup|ecr|secretsmanager|dynamodb|efs|cloudwatch_log_group)/;

/** How a store is protected, encrypted, sized and kept up. */
export const protectedBy = rule('data/protection', ({ resources }) =>
  eachAttribute(
    resources.filter((one) => stays(one) && stores.test(one.type)),
    ({ field }) => protection.test(field) && !retention.test(field),
    'is protected, encrypted or sized otherwise',
  ),
);

/** What is backed up, and by which plan. */
export const backedUp = rule('data/backups', ({ resources }) =>
  resources
    .filter((one) => /^aws_backup_(?:plan|selection|vault_lock_configuration)$/.test(one.type))
    .filter((one) => !stays(one) || one.fields.some(({ field }) => !retention.test(field)))
    .map((one) =>
      ofResource(one, byFate(one, ['backs up', 'no longer backs up', 'backs up otherwise'])),
    ),
);
