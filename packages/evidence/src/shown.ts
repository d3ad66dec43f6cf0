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

/** What a region's root gives to a module, which is called in the file of its name. */
const ofModule = (name: string, input: string, says: string) => ({
  says,
  file: `terraform/environments/production/{region}/${name}.tf.json`,
  at: `/module/${name.replaceAll('-', '_')}/${input}`,
});

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
  databaseKey: ofModule('rds', 'kms_key_arn', 'with this key'),
  databaseTls: ofModule('rds', 'ssl_mode', 'connections to the database are encrypted'),
  cacheKey: ofModule('elasticache', 'kms_key_arn', 'Redis is encrypted with this key'),
  objectKey: ofModule('s3', 'kms_key_arn', 'objects are encrypted with this key'),
  keys: ofModule('security', 'keys/*', 'a key of the region, and when it is changed'),
  databaseBackups: ofModule('rds', 'backup_days', 'days that backups of the database are kept'),
  backups: ofModule('backup', 'retention_days', 'days that copies in the vault are kept'),
  backupTimes: ofModule('backup', 'tiers/*/schedule', 'what is copied, when, and to where'),
  cacheBackups: ofModule('elasticache', 'snapshot_days', 'days that snapshots of Redis are kept'),
  logDays: ofModule(
    'observability',
    'log_retention_days',
    'days that logs of applications are kept',
  ),
  recordDays: ofModule(
    'detection',
    'log_retention_days',
    'days that the record of who did what is kept',
  ),
  record: ofModule('detection', 'data_event_bucket_arns', 'who touches these objects is recorded'),
  findings: ofModule(
    'detection',
    'finding_topic_arn',
    'where findings about attacks and leaks are sent',
  ),
  zones: ofModule('rds', 'multi_az', 'whether the database has a second copy in another building'),
  closedNetwork: {
    says: 'pods may talk to no one unless a rule allows it',
    file: 'gitops/production/{region}/services/api/networkpolicy-default-deny.yaml',
    at: '/spec/policyTypes',
  },
  tenantTables: {
    says: 'the tables whose rows belong to one tenant each',
    file: 'facts/tenancy.json',
    at: '/facts/tables',
  },
  allowedHosts: ofModule(
    'network-firewall',
    'allowed_domains',
    'the only hosts of the Internet that a region reaches',
  ),
  databaseClients: ofModule(
    'rds',
    'client_cidrs',
    'the only addresses that may reach the database',
  ),
} as const satisfies Record<string, Shown>);

/** A place by its name. */
export type ShownName = keyof typeof shown;
