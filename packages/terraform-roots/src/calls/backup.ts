import type { Cluster, Fleet } from '@bizflow/config';
import {
  type BackupTier,
  backupDays,
  backupHours,
  backupLimits,
  backupSchedule,
  databaseTier,
  recoveryTiers,
} from '@bizflow/config/recovery';
import type { ResidencyException } from '@bizflow/region-catalog';
import { clustersOf } from '../neighbours.ts';
import { type ModuleCall, outputOf } from '../root-file.ts';
import { bucketArns } from './detection.ts';
import { keyArn } from './security.ts';

type Tier = {
  readonly schedule: string;
  readonly continuous: boolean;
  readonly resources: readonly string[];
  readonly copies_to: readonly string[];
};

/** Copies that survive what they are copies of, by the document's "RPO/RTO Targets". */
export const backup = (cluster: Cluster, fleet: Fleet): ModuleCall => ({
  module: 'backup',
  inputs: {
    name: cluster.name,
    kms_key_arn: keyArn('database'),
    notification_topic_arn: outputOf('observability', 'topic_arns["warning"]'),
    retention_days: backupDays.database(cluster.region),
    job_minutes: backupLimits,
    tiers: tiers(cluster, fleet),
  },
  beside: {},
});

const tiers = (cluster: Cluster, fleet: Fleet): Readonly<Partial<Record<BackupTier, Tier>>> => {
  const tier = (name: BackupTier, resources: readonly string[], flow: Flow | null): Tier => ({
    schedule: backupSchedule(backupHours[name]),
    continuous: false,
    resources,
    copies_to: flow === null ? [] : vaults(cluster, fleet, flow),
  });
  const buckets = bucketArns(cluster);
  return {
    [databaseTierOf(cluster, fleet)]: tier(
      databaseTierOf(cluster, fleet),
      [databaseArn(cluster)],
      'database-replica',
    ),
    ...(buckets.length === 0 ? {} : { standard: tier('standard', buckets, 'bucket-replica') }),
    low: tier('low', [outputOf('detection', 'audit_bucket_arn')], null),
  };
};

type Flow = Extract<ResidencyException['flow'], 'database-replica' | 'bucket-replica'>;

// A replica is as critical as what it replaces.
const databaseTierOf = ({ environment, region }: Cluster, fleet: Fleet): 'critical' | 'high' => {
  const peers = clustersOf(environment, fleet).map((cluster) => cluster.region);
  return databaseTier(region, peers) === recoveryTiers.regionalDatabase ? 'high' : 'critical';
};

const databaseArn = ({ region, account }: Cluster): string =>
  `arn:aws:rds:${region.id}:${account}:db:${region.database.identifier}`;

// A copy goes only where a written exception already allows the same data: a backup must not add a crossing.
// The vault's ARN follows from its name, so neither region waits for the other.
const vaults = (cluster: Cluster, fleet: Fleet, flow: Flow): readonly string[] =>
  clustersOf(cluster.environment, fleet)
    .filter(({ region }) =>
      fleet.exceptions.some(
        ({ flow: kind, from, to }) =>
          kind === flow && from === cluster.region.id && to === region.id,
      ),
    )
    .map(
      ({ name, region, account }) => `arn:aws:backup:${region.id}:${account}:backup-vault:${name}`,
    );
