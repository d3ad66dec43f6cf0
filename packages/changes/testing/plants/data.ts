import { standby } from '@bizflow/config/testing';
import { type Planted, withNewResource, withoutResource, withResource } from '../planted.ts';

const replication = {
  bucket: 'planted',
  rule: [{ destination: [{ bucket: 'arn:aws:s3:::elsewhere' }] }],
};
const replicaRoot = `environments/production/${standby.id}`;

/** Effects on data. */
export const dataPlants: readonly Planted[] = [
  { rule: 'data/deleted', what: 'a database that goes', newer: withoutResource('aws_db_instance') },
  { rule: 'data/deleted', what: 'a bucket that goes', newer: withoutResource('aws_s3_bucket') },
  { rule: 'data/deleted', what: 'a key that goes', newer: withoutResource('aws_kms_key') },
  {
    rule: 'data/added',
    what: 'a new bucket',
    newer: withNewResource('aws_s3_bucket', { bucket: 'planted' }),
  },
  {
    rule: 'data/retention',
    what: 'fewer days of backups',
    newer: withResource('aws_db_instance', (draft) => {
      draft.backup_retention_period = 1;
    }),
  },
  {
    rule: 'data/retention',
    what: 'fewer days of logs',
    newer: withResource('aws_cloudwatch_log_group', (draft) => {
      draft.retention_in_days = 1;
    }),
  },
  {
    rule: 'data/protection',
    what: 'another size of a database',
    newer: withResource('aws_db_instance', (draft) => {
      draft.instance_class = 'db.r6g.16xlarge';
    }),
  },
  {
    rule: 'data/backups',
    what: 'a plan of backups that goes',
    newer: withoutResource('aws_backup_plan'),
  },
  {
    rule: 'data/copied',
    what: 'a bucket that is copied to another region',
    newer: withNewResource('aws_s3_bucket_replication_configuration', replication),
  },
  {
    rule: 'data/no-longer-copied',
    what: 'a replica that no longer follows its source',
    newer: withResource(
      'aws_db_instance',
      (draft) => {
        draft.replicate_source_db = null;
      },
      replicaRoot,
    ),
    also: ['dangers/data-replaced'],
  },
];
