import { type Problem, unless } from '@bizflow/kernel';
import { bodies, managed, type Plan, type Value, type Values } from '@bizflow/terraform-plan';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { ofBucket } from './store-kinds.ts';

/** The terms of what a type of resource keeps, by what it is: a number in the unit of its name. */
type Terms = (values: Values, plan: Plan) => Readonly<Record<string, Value | undefined>>;

/** Copies, logs and records; what an application keeps itself is its own. */
const terms: Readonly<Record<string, Terms>> = {
  aws_backup_plan: ({ rule }) =>
    Object.fromEntries(
      bodies(rule).map(({ rule_name: name, lifecycle }) => [
        `days of backups ${String(name)}`,
        bodies(lifecycle)[0]?.delete_after,
      ]),
    ),
  aws_backup_vault_lock_configuration: ({ max_retention_days: days }) => ({
    'days of any backup, at most': days,
  }),
  aws_cloudwatch_log_group: ({ retention_in_days: days }) => ({ 'days of logs': days }),
  aws_db_instance: ({
    backup_retention_period: backups,
    performance_insights_retention_period: queries,
  }) => ({ 'days of backups': backups, 'days of query statistics': queries }),
  aws_elasticache_replication_group: ({ snapshot_retention_limit: days }) =>
    (days ?? null) === null ? {} : { 'days of snapshots': days },
  aws_s3_bucket: ({ bucket }, plan) => {
    const rules = ofBucket('aws_s3_bucket_lifecycle_configuration', bucket, plan)
      .flatMap(({ values }) => bodies(values.rule))
      .filter(({ status }) => status === 'Enabled');
    return {
      'days of old versions': rules
        .flatMap((rule) => bodies(rule.noncurrent_version_expiration))
        .map(({ noncurrent_days: days }) => days)[0],
    };
  },
  aws_sqs_queue: ({ message_retention_seconds: seconds }) => ({ 'seconds of messages': seconds }),
};

interface Term {
  readonly at: string;
  readonly what: string;
  readonly value: Value | undefined;
}

const termsIn = (plan: Plan): readonly Term[] =>
  managed(plan).flatMap(({ type, values, address }) =>
    Object.entries(terms[type]?.(values, plan) ?? {}).map(([what, value]) => ({
      ...{ at: `terraform/${plan.root} ${address}`, what, value },
    })),
  );

/** Each copy, log and record ends: a number that is not zero, which would mean for ever. */
export const retentionRules = (plan: Plan): readonly Problem[] =>
  termsIn(plan).flatMap(({ at, what, value }) =>
    unless(typeof value === 'number' && value > 0, {
      code: 'TERM_MISSING',
      at,
      value: typeof value === 'number' ? value : 'no number',
      reason: `has no limit: the ${what} are not set`,
      remedy: 'set how long it is kept in the module, from a fact',
    }),
  );

/** Backups, logs and records of access end after a number of days. */
export const retention = ({ plans }: RenderedFleet): Proof => {
  const kinds = Map.groupBy(plans.flatMap(termsIn), ({ what }) => what);
  return proofOf('retention', 'every backup, log and record ends after a stated time', {
    problems: plans.flatMap(retentionRules),
    witness: [...kinds].map(([what, all]) => {
      const values = [...new Set(all.map(({ value }) => Number(value)))].sort((a, b) => a - b);
      return `${what}: ${values.join(' or ')}, ${all.length} times`;
    }),
  });
};
