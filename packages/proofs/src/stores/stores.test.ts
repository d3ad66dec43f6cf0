import type { Plan, Values } from '@bizflow/terraform-plan';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Change, changedPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { backupRules, backups } from './backups.ts';
import { encryption } from './encryption.ts';
import { encryptionRules } from './encryption-rules.ts';
import { recording, recordingRules } from './recording.ts';
import { retention, retentionRules } from './retention.ts';
import { storeKinds } from './store-kinds.ts';

let plan: Plan;
beforeAll(() => {
  // A region with an original of everything: no secondary takes its settings from elsewhere.
  const writer = own.planned.find(
    ({ cluster: { environment, region } }) =>
      environment.approval && region.database.role === 'writer' && region.redis.global === null,
  );
  if (writer === undefined) throw new Error('no region has stores of its own');
  plan = writer.plan;
});

it.each([
  ['encryption', encryption],
  ['backups', backups],
  ['retention', retention],
  ['recording', recording],
] as const)('%s holds of what is rendered, and says what was looked at', (proof, prove) => {
  expect(prove(own)).toMatchObject({ proof, holds: true });
  expect(JSON.stringify(prove(own))).toMatch(/\d/);
});

type Rules = (plan: Plan) => readonly { readonly code: string; readonly at: string }[];

/** The codes of what rules say when resources of a type are changed, each once. */
const told = (rules: Rules, type: string, change: Change): readonly string[] => [
  ...new Set(rules(changedPlan(plan, new RegExp(`^${type}$`), change)).map(({ code }) => code)),
];

const without =
  (name: string): Change =>
  ({ [name]: _, ...values }): Values =>
    values;
const but =
  (values: Values): Change =>
  (before) => ({ ...before, ...values });
const gone: Change = () => undefined;

describe('encryptionRules', () => {
  it.each([
    ['aws_backup_vault', without('kms_key_arn')],
    ['aws_cloudtrail', without('kms_key_id')],
    ['aws_cloudwatch_log_group', without('kms_key_id')],
    ['aws_db_instance', without('kms_key_id')],
    ['aws_db_instance', without('performance_insights_kms_key_id')],
    ['aws_db_instance', but({ storage_encrypted: false })],
    ['aws_ebs_encryption_by_default', but({ enabled: false })],
    ['aws_eks_cluster', but({ encryption_config: [] })],
    ['aws_elasticache_replication_group', but({ at_rest_encryption_enabled: false })],
    ['aws_launch_template', but({ block_device_mappings: [{ ebs: [{ encrypted: false }] }] })],
    ['aws_prometheus_workspace', without('kms_key_arn')],
    ['aws_s3_bucket_server_side_encryption_configuration', gone],
    ['aws_secretsmanager_secret', without('kms_key_id')],
    ['aws_sns_topic', but({ kms_master_key_id: 'alias/aws/sns' })],
    ['aws_sqs_queue', without('kms_master_key_id')],
    ['aws_xray_encryption_config', but({ type: 'NONE' })],
  ] as const)('see a store without encryption: %s', (type, change) => {
    expect(told(encryptionRules, type, change)).toEqual(['STORE_UNENCRYPTED']);
  });

  it('see a key that another root makes', () => {
    const key = '‹module.elsewhere.aws_kms_key.this.arn›';
    expect(told(encryptionRules, 'aws_db_instance', but({ kms_key_id: key }))).toEqual([
      'STORE_UNENCRYPTED',
    ]);
  });

  it.each([
    ['aws_db_parameter_group', but({ parameter: [{ name: 'rds.force_ssl', value: '0' }] })],
    ['aws_db_parameter_group', gone],
    ['aws_elasticache_replication_group', but({ transit_encryption_mode: 'preferred' })],
    ['aws_s3_bucket_policy', but({ policy: '{"Statement":[{"Effect":"Allow","Action":"s3:*"}]}' })],
    ['aws_s3_bucket_policy', gone],
  ] as const)('see a store that speaks without TLS: %s', (type, change) => {
    expect(told(encryptionRules, type, change)).toEqual(['STORE_PLAINTEXT']);
  });

  it('see a type that no list names', () => {
    const [first] = plan.resources;
    if (first === undefined) throw new Error('no resource');
    const store = { ...first, mode: 'managed', type: 'aws_dynamodb_table' } as const;
    const rules = encryptionRules({ ...plan, resources: [...plan.resources, store] });
    expect(rules).toMatchObject([{ code: 'STORE_UNKNOWN', value: 'aws_dynamodb_table' }]);
  });
});

describe('backupRules', () => {
  it.each([
    ['aws_backup_selection', gone],
    ['aws_backup_selection', but({ resources: ['arn:aws:s3:::another'] })],
    ['aws_backup_selection', but({ plan_id: '‹another.id›' })],
    ['aws_backup_plan', but({ rule: [{ rule_name: 'x', target_vault_name: 'another' }] })],
    ['aws_backup_vault_lock_configuration', gone],
    ['aws_backup_vault_lock_configuration', but({ min_retention_days: null })],
    ['aws_backup_region_settings', but({ resource_type_opt_in_preference: { S3: true } })],
    ['aws_db_instance', but({ backup_retention_period: 0 })],
    ['aws_elasticache_replication_group', but({ snapshot_retention_limit: 0 })],
  ] as const)('see a store without copies: %s', (type, change) => {
    expect(told(backupRules, type, change)).toEqual(['STORE_UNCOPIED']);
  });

  it('see a new bucket that no one selects, and say which', () => {
    const [bucket] = plan.resources.filter(({ type }) => type === 'aws_s3_bucket');
    if (bucket === undefined) throw new Error('no bucket');
    const other = { ...bucket, address: 'module.new.aws_s3_bucket.this' };
    const copy = { ...other, values: { ...bucket.values, arn: 'arn:aws:s3:::new' } };
    expect(backupRules({ ...plan, resources: [...plan.resources, copy] })).toMatchObject([
      { code: 'STORE_UNCOPIED', at: expect.stringContaining(other.address) },
    ]);
  });

  it('say of every kind of store whether it is copied', () => {
    const stores = Object.keys(storeKinds).map((type) => ({
      type,
      mode: 'managed' as const,
      values: {},
    }));
    const [first] = plan.resources;
    if (first === undefined) throw new Error('no resource');
    const all = stores.map((one) => ({ ...first, ...one }));
    const codes = backupRules({ ...plan, resources: all }).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['STORE_UNCOPIED']));
  });
});

describe('retentionRules', () => {
  it.each([
    ['aws_backup_plan', but({ rule: [{ rule_name: 'x', lifecycle: [] }] })],
    ['aws_backup_vault_lock_configuration', without('max_retention_days')],
    ['aws_cloudwatch_log_group', but({ retention_in_days: 0 })],
    ['aws_db_instance', but({ performance_insights_retention_period: null })],
    ['aws_elasticache_replication_group', but({ snapshot_retention_limit: 0 })],
    ['aws_s3_bucket_lifecycle_configuration', gone],
    ['aws_sqs_queue', without('message_retention_seconds')],
  ] as const)('see what has no end: %s', (type, change) => {
    expect(told(retentionRules, type, change)).toEqual(['TERM_MISSING']);
  });
});

describe('recordingRules', () => {
  it.each([
    ['aws_cloudtrail', gone],
    ['aws_cloudtrail', but({ enable_log_file_validation: false })],
    ['aws_cloudtrail', but({ advanced_event_selector: [] })],
    ['aws_flow_log', but({ traffic_type: 'REJECT' })],
    ['aws_eks_cluster', but({ enabled_cluster_log_types: ['api'] })],
    ['aws_db_instance', but({ enabled_cloudwatch_logs_exports: [] })],
    ['aws_config_configuration_recorder_status', but({ is_enabled: false })],
    ['aws_guardduty_detector', but({ enable: false })],
  ] as const)('see what is not recorded: %s', (type, change) => {
    expect(told(recordingRules, type, change)).toEqual(['RECORD_MISSING']);
  });

  it.each([
    ['aws_cloudwatch_log_group', but({ retention_in_days: 364 })],
    [
      'aws_s3_bucket_lifecycle_configuration',
      but({ rule: [{ status: 'Enabled', expiration: [{ days: 90 }] }] }),
    ],
    ['aws_s3_bucket_lifecycle_configuration', gone],
  ] as const)('see logs that end before a law of the region wants it: %s', (type, change) => {
    const serving = new Set(
      Object.values(own.fleet.catalog)
        .filter(({ serves }) => serves.some((country) => country === 'IN'))
        .map(({ id }) => id),
    );
    const indian = own.planned.filter(
      ({ cluster: { environment, region } }) =>
        environment.approval && serving.has(region.database.writer),
    );
    const short = {
      ...own,
      planned: own.planned.map((one) => ({
        ...one,
        plan: changedPlan(one.plan, new RegExp(`^${type}$`), change),
      })),
    };
    const proof = recording(short);
    const told = proof.holds ? [] : proof.counterExamples;
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(['LOG_TERM_SHORT']));
    // Also where data of its people is copied to; no other law names a time.
    expect(new Set(told.map(({ at }) => at.split(' ')[0]))).toEqual(
      new Set(indian.map((one) => `terraform/${one.plan.root}`)),
    );
  });

  it('see a bucket of which nothing is recorded', () => {
    const bucket: Change = (values, address) =>
      address.startsWith('module.s3.') ? { ...values, arn: 'arn:aws:s3:::another' } : values;
    expect(told(recordingRules, 'aws_s3_bucket', bucket)).toEqual(['RECORD_MISSING']);
  });
});
