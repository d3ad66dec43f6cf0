import { type Problem, problem } from '@bizflow/kernel';
import { typeOf } from '../rehearsal/output.ts';

/** What holds data, or the keys and passwords to it: none of it goes before its region is destroyed. */
const stores: ReadonlySet<string> = new Set([
  ...['aws_db_instance', 'aws_elasticache_replication_group', 'aws_s3_bucket', 'aws_backup_vault'],
  ...['aws_kms_key', 'aws_kms_replica_key', 'aws_secretsmanager_secret', 'aws_ecr_repository'],
  ...['aws_prometheus_workspace', 'aws_cloudwatch_log_group'],
  'aws_elasticache_global_replication_group',
]);

/** Stores that an apply took away, for good or to make them again. */
export const takenStores = (
  step: string,
  root: string,
  taken: readonly string[],
): readonly Problem[] =>
  taken
    .filter((address) => stores.has(typeOf(address)))
    .map((address) =>
      problem({
        code: 'DATA_TAKEN',
        at: `${step}: ${root}`,
        value: address,
        reason: 'holds data, and this apply destroys it',
        remedy: 'a region loses its data at the step destroy, by the commands of its page alone',
      }),
    );

/** Stores that AWS has no longer, although no step has destroyed their region. */
export const lostStores = (
  step: string,
  before: readonly string[],
  now: readonly string[],
): readonly Problem[] =>
  before
    .filter((one) => !now.includes(one))
    .map((one) =>
      problem({
        code: 'DATA_LOST',
        at: step,
        value: one,
        reason: 'existed before the step and is gone now',
        remedy: 'find the root of the step that removed it',
      }),
    );

/** What is still there of a region that was destroyed, or forgotten. */
export const leftBehind = (
  step: string,
  region: string,
  left: readonly string[],
): readonly Problem[] =>
  left.map((one) =>
    problem({
      code: 'LEFT_BEHIND',
      at: `${step}: ${region}`,
      value: one,
      reason: 'still exists, and is in the state of no root',
      remedy: 'destroy it by a command of the page, or keep it and say why',
    }),
  );

/** Roots that were destroyed, and that GitHub would apply with the next merge: it would make them again. */
export const comingBack = (
  destroyed: ReadonlySet<string>,
  applied: readonly { readonly root: string; readonly stage: string }[],
): readonly Problem[] =>
  applied
    .filter(({ root, stage }) => destroyed.has(root) && stage !== 'access' && stage !== 'leaving')
    .map(({ root, stage }) =>
      problem({
        code: 'ROOT_COMES_BACK',
        at: `terraform/environments/order.json, ${stage}`,
        value: root,
        reason: 'was destroyed by a person, and GitHub applies it again with the next merge',
        remedy: 'take it out of the stages that GitHub applies while its region is destroyed',
      }),
    );
