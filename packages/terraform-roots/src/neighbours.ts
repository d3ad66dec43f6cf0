import { type Cluster, clustersOf, type Fleet } from '@bizflow/config';
import type { RegionId } from '@bizflow/region-catalog';

/** The cluster of the same environment in another region, if there is one. */
export const clusterIn = (
  { environment }: Cluster,
  fleet: Fleet,
  region: RegionId | null,
): Cluster | undefined =>
  clustersOf(environment, fleet).find((other) => other.region.id === region);

/** Clusters of the same environment whose writes this cluster's database takes, without itself. */
export const readersOf = (cluster: Cluster, fleet: Fleet): readonly Cluster[] =>
  clustersOf(cluster.environment, fleet).filter(
    ({ region }) => region.id !== cluster.region.id && region.database.writer === cluster.region.id,
  );

/** The cluster whose database takes this one's writes, where that is another one. */
export const writerOf = (cluster: Cluster, fleet: Fleet): Cluster | undefined =>
  cluster.region.database.writer === cluster.region.id
    ? undefined
    : clusterIn(cluster, fleet, cluster.region.database.writer);

/** Private subnets of all whose pods write here. */
export const clientCidrs = (cluster: Cluster, fleet: Fleet): readonly string[] =>
  [cluster, ...readersOf(cluster, fleet)].flatMap(({ network }) => network.private);
