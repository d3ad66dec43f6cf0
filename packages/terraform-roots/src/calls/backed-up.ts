import type { Cluster, Fleet } from '@bizflow/config';
import { bucketName } from '@bizflow/config/names';
import { type BackupTier, databaseTier, recoveryTiers } from '@bizflow/config/recovery';
import type { ResidencyException } from '@bizflow/region-catalog';
import { allowedFlows } from '@bizflow/region-catalog/rules';
import { clustersOf } from '../neighbours.ts';
import { outputOf } from '../root-file.ts';

/** Something that AWS Backup copies: the word that its alarm begins with, and where else its copies go. */
export interface BackedUp {
  readonly name: string;
  readonly tier: BackupTier;
  readonly arn: string;
  /** ARNs of vaults in other regions. */
  readonly copiesTo: readonly string[];
}

/** Everything of a place that AWS Backup copies. Logs are copied as far as they rest in a bucket. */
export const backedUp = (cluster: Cluster, fleet: Fleet): readonly BackedUp[] => [
  {
    name: 'database',
    tier: databaseTierOf(cluster, fleet),
    arn: databaseArn(cluster),
    copiesTo: vaults(cluster, fleet, 'database-replica'),
  },
  ...cluster.region.buckets.map((bucket) => ({
    name: bucket.purpose,
    tier: 'standard' as const,
    arn: `arn:aws:s3:::${bucketName(cluster, bucket)}`,
    copiesTo: vaults(cluster, fleet, 'bucket-replica'),
  })),
  {
    name: 'audit',
    tier: 'low',
    arn: outputOf('detection', 'audit_bucket_arn'),
    copiesTo: [],
  },
];

type Flow = Extract<ResidencyException['flow'], 'database-replica' | 'bucket-replica'>;

// A replica is as critical as what it replaces.
const databaseTierOf = ({ environment, region }: Cluster, fleet: Fleet): 'critical' | 'high' => {
  const peers = clustersOf(environment, fleet).map((cluster) => cluster.region);
  return databaseTier(region, peers) === recoveryTiers.regionalDatabase ? 'high' : 'critical';
};

const databaseArn = ({ region, account }: Cluster): string =>
  `arn:aws:rds:${region.id}:${account}:db:${region.database.identifier}`;

// A copy goes only where the same data may go already: a backup must not add a crossing.
// The vault's ARN follows from its name, so neither region waits for the other.
const vaults = (cluster: Cluster, fleet: Fleet, flow: Flow): readonly string[] =>
  clustersOf(cluster.environment, fleet)
    .filter(({ region }) =>
      allowedFlows(fleet.catalog, fleet.exceptions).some(
        ({ flow: kind, from, to }) =>
          kind === flow && from === cluster.region.id && to === region.id,
      ),
    )
    .map(
      ({ name, region, account }) => `arn:aws:backup:${region.id}:${account}:backup-vault:${name}`,
    );
