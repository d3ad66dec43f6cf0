import { freeze } from '@bizflow/kernel';

/** A place of the rendered files that shows something, in each region where a law's data is. */
export type Shown = { readonly says: string } & (
  | {
      /** Below the repository; `{region}` is any region with data of the law's people. */
      readonly file: string;
      /** A JSON pointer (RFC 6901); a member `*` is every member. */
      readonly at: string;
    }
  | {
      readonly file: string;
      /** The text of one line, without its indent; blanks count as one. */
      readonly line: string;
    }
  | {
      /** The facts, or the resources, that the law's own flows follow from. */
      readonly of: 'flows' | 'exceptions' | 'transfers' | 'places';
    }
);

const root = 'terraform/environments/production/{region}';
const gitops = 'gitops/production/{region}';

/** Every place that an answer may point to. A rule refuses one that is not there. */
export const shown = freeze({
  flows: { says: 'the fact that orders this', of: 'flows' },
  exceptions: { says: 'the written exception for this border', of: 'exceptions' },
  transfers: { says: 'what carries the data', of: 'transfers' },
  places: { says: 'where the data of a region lies, and whose it is', of: 'places' },
  databaseDisk: {
    says: "the database's disk is encrypted",
    file: 'terraform/modules/rds/main.tf',
    line: 'storage_encrypted = true',
  },
  databaseKey: {
    says: 'with this key',
    file: `${root}/rds.tf.json`,
    at: '/module/rds/kms_key_arn',
  },
  databaseTls: {
    says: 'connections to the database are encrypted',
    file: `${root}/rds.tf.json`,
    at: '/module/rds/ssl_mode',
  },
  cacheKey: {
    says: 'Redis is encrypted with this key',
    file: `${root}/elasticache.tf.json`,
    at: '/module/elasticache/kms_key_arn',
  },
  objectKey: {
    says: 'objects are encrypted with this key',
    file: `${root}/s3.tf.json`,
    at: '/module/s3/kms_key_arn',
  },
  keys: {
    says: 'a key of the region, and when it is changed',
    file: `${root}/security.tf.json`,
    at: '/module/security/keys/*',
  },
  databaseBackups: {
    says: 'days that backups of the database are kept',
    file: `${root}/rds.tf.json`,
    at: '/module/rds/backup_days',
  },
  backups: {
    says: 'days that copies in the vault are kept',
    file: `${root}/backup.tf.json`,
    at: '/module/backup/retention_days',
  },
  backupTimes: {
    says: 'what is copied, when, and to where',
    file: `${root}/backup.tf.json`,
    at: '/module/backup/tiers/*/schedule',
  },
  cacheBackups: {
    says: 'days that snapshots of Redis are kept',
    file: `${root}/elasticache.tf.json`,
    at: '/module/elasticache/snapshot_days',
  },
  logDays: {
    says: 'days that logs of applications are kept',
    file: `${root}/observability.tf.json`,
    at: '/module/observability/log_retention_days',
  },
  recordDays: {
    says: 'days that the record of who did what is kept',
    file: `${root}/detection.tf.json`,
    at: '/module/detection/log_retention_days',
  },
  record: {
    says: 'who touches these objects is recorded',
    file: `${root}/detection.tf.json`,
    at: '/module/detection/data_event_bucket_arns',
  },
  findings: {
    says: 'where findings about attacks and leaks are sent',
    file: `${root}/detection.tf.json`,
    at: '/module/detection/finding_topic_arn',
  },
  zones: {
    says: 'whether the database has a second copy in another building',
    file: `${root}/rds.tf.json`,
    at: '/module/rds/multi_az',
  },
  closedNetwork: {
    says: 'pods may talk to no one unless a rule allows it',
    file: `${gitops}/services/api/networkpolicy-default-deny.yaml`,
    at: '/spec/policyTypes',
  },
  tenantTables: {
    says: 'the tables whose rows belong to one tenant each',
    file: 'facts/tenancy.json',
    at: '/facts/tables',
  },
  allowedHosts: {
    says: 'the only hosts of the Internet that a region reaches',
    file: `${root}/network-firewall.tf.json`,
    at: '/module/network_firewall/allowed_domains',
  },
  databaseClients: {
    says: 'the only addresses that may reach the database',
    file: `${root}/rds.tf.json`,
    at: '/module/rds/client_cidrs',
  },
} as const satisfies Record<string, Shown>);

/** A place by its name. */
export type ShownName = keyof typeof shown;
