import type { Cluster, Fleet } from '@bizflow/config';
import { completionRule } from '@bizflow/config/names';
import {
  type BackupTier,
  backupDays,
  backupHours,
  backupLimits,
  backupSchedule,
} from '@bizflow/config/recovery';
import { type ModuleCall, outputOf } from '../root-file.ts';
import { type BackedUp, backedUp, copiesOf } from './backed-up.ts';
import { keyArn } from './security.ts';

/** Copies that survive what they are copies of, by the document's "RPO/RTO Targets". */
export const backup = (cluster: Cluster, fleet: Fleet): ModuleCall => {
  const all = backedUp(cluster, fleet);
  return {
    module: 'backup',
    inputs: {
      name: cluster.name,
      kms_key_arn: keyArn('database'),
      log_kms_key_arn: keyArn('application'),
      log_retention_days: fleet.foundations[cluster.environment.name].logRetentionDays,
      notification_topic_arn: outputOf('observability', 'topic_arns["warning"]'),
      retention_days: backupDays.database(cluster.region),
      job_minutes: backupLimits,
      tiers: Object.fromEntries(
        [...new Set(all.map(({ tier }) => tier))].map((tier) => [tier, planOf(tier, all)]),
      ),
      watched: Object.fromEntries(all.flatMap((one) => watched(cluster, one))),
    },
  };
};

const planOf = (tier: BackupTier, all: readonly BackedUp[]) => {
  const own = all.filter((one) => one.tier === tier);
  return {
    schedule: backupSchedule(backupHours[tier]),
    continuous: false,
    resources: own.map(({ arn }) => arn),
    copies_to: [...new Set(own.flatMap(({ copiesTo }) => copiesTo))],
  };
};

// Each has an alarm that counts what its rule matches: observability/subjects.ts.
const watched = (cluster: Cluster, one: BackedUp) => [
  [completionRule(cluster, 'backed-up', one.name), { resource: one.arn, copied_to: null }] as const,
  ...copiesOf(one).map(
    ({ name, vault }) =>
      [completionRule(cluster, 'copied', name), { resource: one.arn, copied_to: vault }] as const,
  ),
];
