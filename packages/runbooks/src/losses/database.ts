import type { Cluster } from '@bizflow/config';
import { primaryRestorableAge, regionalRestorableAge } from '@bizflow/config/alarms';
import {
  backupDays,
  databaseTier,
  type RecoveryTier,
  recoveryTiers,
} from '@bizflow/config/recovery';
import type { Region } from '@bizflow/region-catalog';
import { awsAnswers, databaseAvailable, databaseServes, lost } from '../conditions.ts';
import type { Objective, Runbook } from '../runbook.ts';
import { notify } from '../steps/notify.ts';
import { instanceExists, restoreDatabase } from '../steps/restore-database.ts';
import { applyRoot, talk } from '../steps/terraform.ts';

/** The region is available, but its database instance is lost and Multi-AZ cannot repair it. */
export const databaseLost = (
  cluster: Cluster,
  writer: Cluster,
  peers: readonly Region[],
): Runbook => {
  const { database } = cluster.region;
  const own = database.role === 'writer';
  return {
    cluster,
    loss: 'database',
    title: `${database.identifier} is lost`,
    objective: objective(cluster, databaseTier(cluster.region, peers)),
    truth: own
      ? `RDS keeps ${backupDays.database(cluster.region)} days of automated backups in ${cluster.region.id}; the latest restorable time is usually five minutes ago, and an alarm watches it. ${database.multiAz ? 'The failure of one Availability Zone is not such a loss: Multi-AZ fails over within minutes.' : 'It has no Multi-AZ, so the failure of its Availability Zone is such a loss.'}`
      : `It is a read replica: ${writer.region.id} has all of its data. Writes continue; reads in this region fail until the replica is recreated.`,
    sees: awsAnswers(cluster),
    lost: lost(database.identifier, databaseServes(cluster, database.identifier)),
    functions: own ? [instanceExists(cluster)] : [talk],
    steps: [
      ...(own
        ? restoreDatabase(cluster)
        : [applyRoot(cluster, 'module.rds', databaseAvailable(cluster, database.identifier))]),
      notify(cluster, `${database.identifier} is back.`),
    ],
    decisions: own ? decisions(cluster) : [],
    failback: own
      ? [
          `Keep ${database.identifier}-lost, if it still exists, until you have compared its newest rows; only then delete it.`,
          'If the passwords rotated after the restored time, set them again as decision 0060 says: the restored database has the former ones.',
          'Check the Terraform state: terraform plan must show no change of the instance.',
        ]
      : [],
  };
};

const objective = ({ region }: Cluster, tier: RecoveryTier | null): Objective | null =>
  tier === null
    ? null
    : {
        tier,
        copy: {
          by: `automated snapshots and transaction logs, which RDS keeps for ${backupDays.database(region)} days`,
          alarm: (tier === recoveryTiers.primaryDatabase
            ? primaryRestorableAge
            : regionalRestorableAge
          ).name,
        },
        instead:
          region.fallback.kind === 'region'
            ? `To be faster, promote the replica in ${region.fallback.region}: follow [the runbook of the lost region](region.md), whose script also accepts that only the database is lost.`
            : 'No other region has a replica of it, so nothing is faster: tell the service owner that the time of this tier cannot be kept.',
      };

const decisions = ({ region }: Cluster): readonly string[] => [
  'Whether to wait for Multi-AZ or AWS instead: a restore loses all writes after the restore time.',
  ...(region.fallback.kind === 'region'
    ? [
        `Whether to promote the replica in ${region.fallback.region} instead: it is faster, and loses what was not yet replicated. Then follow [the runbook of the lost region](region.md).`,
      ]
    : []),
];
