import { type Problem, problem, unless } from '@bizflow/kernel';
import { bodies, managed, ofType, type Plan, type Resource, texts } from '@bizflow/terraform-plan';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { isSecondary, storeKinds } from './store-kinds.ts';

/** Whether a store has copies from which it can be restored. */
type Copied = (store: Resource, plan: Plan) => boolean;

const positive = (days: unknown): boolean => typeof days === 'number' && days > 0;

/** A vault of the same root from which nothing is removed before its time. */
const isLocked = (vault: unknown, plan: Plan): boolean =>
  ofType(plan, 'aws_backup_vault').some(({ values }) => values.name === vault) &&
  ofType(plan, 'aws_backup_vault_lock_configuration').some(
    ({ values }) => values.backup_vault_name === vault && positive(values.min_retention_days),
  );

/** A plan of AWS Backup that names the store, with times and a vault, in a region that has opted in. */
const inAVault =
  (kind: 'RDS' | 'S3'): Copied =>
  ({ values: { arn } }, plan) => {
    const optedIn = ofType(plan, 'aws_backup_region_settings').flatMap(({ values }) =>
      bodies(values.resource_type_opt_in_preference),
    );
    const plans = ofType(plan, 'aws_backup_selection')
      .filter(({ values }) => texts(values.resources).some((one) => one === arn))
      .map(({ values }) => values.plan_id);
    return (
      optedIn.some((one) => one[kind] === true) &&
      ofType(plan, 'aws_backup_plan').some(
        ({ address, values }) =>
          plans.some((id) => id === `‹${address}.id›`) &&
          bodies(values.rule).some(
            (rule) => String(rule.schedule ?? '') !== '' && isLocked(rule.target_vault_name, plan),
          ),
      )
    );
  };

/** Kinds of stores that must have copies. */
const copied: Readonly<Record<string, Copied>> = {
  aws_db_instance: (store, plan) =>
    positive(store.values.backup_retention_period) && inAVault('RDS')(store, plan),
  aws_s3_bucket: inAVault('S3'),
  // A secondary is itself a copy of its primary, which has the snapshots.
  aws_elasticache_replication_group: ({ values }) =>
    isSecondary(values) || positive(values.snapshot_retention_limit),
};

/** Kinds of stores that have no copy, and why. A kind in neither list is a problem, so that no store is forgotten. */
const uncopied: Readonly<Record<string, string>> = {
  aws_backup_vault: 'holds the copies themselves',
  aws_cloudtrail: 'writes into a bucket',
  aws_cloudwatch_log_group: 'logs have no second copy (decision 0065)',
  aws_codebuild_project: 'is built again from its source',
  aws_ebs_default_kms_key: 'disks of nodes keep nothing that is not made again',
  aws_ecr_repository: 'images are copied to every region, and built again',
  aws_eks_cluster: 'Argo CD writes its objects again from Git',
  aws_launch_template: 'disks of nodes keep nothing that is not made again',
  aws_prometheus_workspace: 'metrics have no second copy',
  aws_secretsmanager_secret: 'is drawn or written again, by Terraform or by a person',
  aws_sns_topic: 'messages pass through it',
  aws_sqs_queue: 'messages pass through it',
  aws_xray_encryption_config: 'traces have no second copy',
};

const storesIn = (plan: Plan): readonly Resource[] =>
  managed(plan).filter(({ type }) => Object.hasOwn(storeKinds, type));

/** What a region would lose with a store, because nothing copies it. */
export const backupRules = (plan: Plan): readonly Problem[] =>
  storesIn(plan).flatMap((store) => {
    const at = `terraform/${plan.root} ${store.address}`;
    if (Object.hasOwn(uncopied, store.type)) return [];
    const isCopied = copied[store.type];
    if (isCopied === undefined) return [unknownKind(at, store.type)];
    return unless(isCopied(store, plan), {
      code: 'STORE_UNCOPIED',
      at,
      value: store.type,
      reason: 'keeps data, and has no scheduled backup that survives a mistake',
      remedy: 'select it for AWS Backup: packages/terraform-roots/src/calls/backed-up.ts',
    });
  });

const unknownKind = (at: string, type: string): Problem =>
  problem({
    code: 'STORE_COPY_UNKNOWN',
    at,
    value: type,
    reason: 'keeps data, and no list says whether it must have backups',
    remedy: 'add it to one of the lists in packages/proofs/src/stores/backups.ts',
  });

/** Databases, objects and sessions of every region are copied; what is not is said with its reason. */
export const backups = ({ planned }: RenderedFleet): Proof => {
  const stores = planned.flatMap(({ plan }) => storesIn(plan));
  const kinds = Map.groupBy(stores, ({ type }) => type);
  return proofOf(
    'backups',
    'every database, bucket and Redis of a region is copied on a schedule',
    {
      problems: planned.flatMap(({ plan }) => backupRules(plan)),
      witness: [...kinds].map(([type, all]) => {
        const reason = uncopied[type];
        return reason === undefined
          ? `${type}: ${all.length} are copied`
          : `${type}: ${all.length} are not copied: ${reason}`;
      }),
    },
  );
};
