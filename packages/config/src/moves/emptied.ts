import { type Cluster, clustersOf } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { bucketName } from '../names/names.ts';
import { linkedOf } from '../order/hub-steps.ts';
import { linkRoot } from '../order/root-paths.ts';
import { aws } from './commands.ts';

/** The buckets of a region: those of its tenants' data, and the one that AWS writes its logs to. */
export const bucketsOf = (cluster: Cluster): readonly string[] =>
  [...cluster.region.buckets, { purpose: 'audit' } as const].map((bucket) =>
    bucketName(cluster, bucket),
  );

// `s3 rm` only hides what a bucket with versions holds, and such a bucket is not deleted. A hundred at a time: the
// longest keys must fit into one argument.
const versions =
  "--max-items 100 --output json --query '{Objects: [Versions, DeleteMarkers][].{Key: Key, VersionId: VersionId}, Quiet: `true`}'";

/** Deletes all that a bucket holds, former versions too; ends with an error where it cannot be listed. */
export const emptied = (cluster: Cluster, bucket: string): string =>
  [
    `(while all=$(${aws(cluster, `s3api list-object-versions --bucket ${bucket} ${versions}`)}) || exit`,
    `[[ $all == *VersionId* ]]`,
    `do ${aws(cluster, `s3api delete-objects --bucket ${bucket} --delete "$all"`)}`,
    'done)',
  ].join('; ');

/** The resources that have the keys of a region; a replica of the hub's goes, because the hub's stays. */
export const keysOf = ({ region, environment }: Cluster, { foundations }: Fleet) => {
  const scopes = new Set(Object.values(region.keys).map(({ scope }) => scope));
  const isHub = foundations[environment.name].hub === region.id;
  return [
    ...(scopes.has('regional') ? ['regional'] : []),
    ...(scopes.has('multi-region') && isHub ? ['primary'] : []),
  ];
};

/** The root of the link to the hub, where there is one. */
export const linksOf = (cluster: Cluster, fleet: Fleet): readonly string[] =>
  linkedOf(clustersOf(cluster.environment, fleet), fleet).flatMap(({ id, environment, region }) =>
    id === cluster.id ? [linkRoot(environment, region.id)] : [],
  );
