import { type Cluster, clustersOf, type Fleet } from '@bizflow/config';
import { type BackupTier, databaseTier, recoveryTiers } from '@bizflow/config/recovery';
import { allowedFlows } from '@bizflow/region-catalog/rules';
import { bucketArn, databaseArn } from '../arns.ts';
import { outputOf } from '../root-file.ts';

/** Something that AWS Backup copies: the word that its alarm begins with, and where else its copies go. */
export interface BackedUp {
  readonly name: string;
  readonly tier: BackupTier;
  readonly arn: string;
  /** ARNs of vaults in other regions. */
  readonly copiesTo: readonly string[];
}

/**
 * Where the copies of something go, each with the word that its rule and its alarm are known by. Vaults of several
 * regions need one each, or one copy would pass for the other.
 */
export const copiesOf = ({ name, copiesTo }: BackedUp) =>
  copiesTo.map((vault) => ({
    vault,
    name: copiesTo.length === 1 ? name : `${name}-${vault.split(':')[3]}`,
  }));

/** Everything of a place that AWS Backup copies. Logs are copied as far as they rest in a bucket, and stay at home. */
export function backedUp(cluster: Cluster, fleet: Fleet): readonly BackedUp[] {
  const copiesTo = vaults(cluster, fleet);
  return [
    {
      name: 'database',
      // A replica is as critical as what it replaces.
      tier: isRegional(cluster, fleet) ? 'high' : 'critical',
      arn: databaseArn(cluster),
      copiesTo,
    },
    ...cluster.region.buckets.map((bucket) => ({
      name: bucket.purpose,
      tier: 'standard' as const,
      arn: bucketArn(cluster, bucket),
      copiesTo,
    })),
    {
      name: 'audit',
      tier: 'low',
      arn: outputOf('detection', 'audit_bucket_arn'),
      copiesTo: [],
    },
  ];
}

/** Whether a database is only its region's; one that another region copies is the primary one. */
export const isRegional = ({ environment, region }: Cluster, fleet: Fleet): boolean => {
  const peers = clustersOf(environment, fleet).map((cluster) => cluster.region);
  return databaseTier(region, peers) === recoveryTiers.regionalDatabase;
};

// A copy goes only where a flow of the catalog leads, with its own legal basis where that is abroad (decision 0035).
// The vault's ARN follows from its name, so neither region waits for the other.
const vaults = (cluster: Cluster, fleet: Fleet): readonly string[] =>
  clustersOf(cluster.environment, fleet)
    .filter(({ region }) =>
      allowedFlows(fleet.catalog, fleet.exceptions).some(
        ({ flow: kind, from, to }) =>
          kind === 'backup-copy' && from === cluster.region.id && to === region.id,
      ),
    )
    .map(
      ({ name, region, account }) => `arn:aws:backup:${region.id}:${account}:backup-vault:${name}`,
    );
