import { standby } from '@bizflow/config/testing';
import { type Plants, withNewResource, withoutResource, withResource } from '../planted.ts';

const replication = {
  bucket: 'planted',
  rule: [{ destination: [{ bucket: 'arn:aws:s3:::elsewhere' }] }],
};
const replicaRoot = `environments/production/${standby.id}`;

/** Effects on data. */
export const dataPlants: Plants = {
  'data/deleted': {
    'a database that goes': withoutResource('aws_db_instance'),
    'a bucket that goes': withoutResource('aws_s3_bucket'),
    'a key that goes': withoutResource('aws_kms_key'),
  },
  'data/added': {
    'a new bucket': withNewResource('aws_s3_bucket', { bucket: 'planted' }),
  },
  'data/retention': {
    'fewer days of backups': withResource('aws_db_instance', (draft) => {
      draft.backup_retention_period = 1;
    }),
    'fewer days of logs': withResource('aws_cloudwatch_log_group', (draft) => {
      draft.retention_in_days = 1;
    }),
  },
  'data/protection': {
    'another size of a database': withResource('aws_db_instance', (draft) => {
      draft.instance_class = 'db.r6g.16xlarge';
    }),
  },
  'data/backups': {
    'a plan of backups that goes': withoutResource('aws_backup_plan'),
  },
  'data/copied': {
    'a bucket that is copied to another region': withNewResource(
      'aws_s3_bucket_replication_configuration',
      replication,
    ),
  },
  'data/no-longer-copied': {
    'a replica that no longer follows its source': {
      newer: withResource(
        'aws_db_instance',
        (draft) => {
          draft.replicate_source_db = null;
        },
        replicaRoot,
      ),
      also: ['dangers/data-replaced'],
    },
  },
};
