import { type Cluster, clusters } from '@bizflow/config';
import { bucketName, homeHost, loadBalancerHost, secretName } from '@bizflow/config/names';
import { recoveryTopic } from '@bizflow/config/recovery';
import { committed as facts } from '@bizflow/config/testing';
import { repository as root } from '@bizflow/testing/repository';
import { runbookFiles, runbooks } from '../../src/files.ts';

const places = clusters(facts).filter(({ environment }) => environment.approval);

const scriptOf = ({ region }: Cluster, loss: string): string =>
  runbookFiles(facts).find(({ path }) => path.endsWith(`/${region.id}/${loss}.sh`))?.body ?? '';

/** A drill of lost objects: the first bucket of the fleet that no other region has a copy of. */
export function objectFacts() {
  const cluster = places.find(({ region }) =>
    region.buckets.some(({ replicatesTo }) => replicatesTo === null),
  );
  const [bucket] = cluster?.region.buckets ?? [];
  if (cluster === undefined || bucket === undefined) throw new Error('every bucket has a copy');
  return {
    script: scriptOf(cluster, 'objects'),
    topic: recoveryTopic,
    place: {
      region: cluster.region.id,
      bucket: bucketName(cluster, bucket),
      role: `arn:aws:iam::${cluster.account}:role/${cluster.name}-backup`,
    },
  } as const;
}

/** The region of a drill: the first region of the fleet with a standby. */
export function drillFacts() {
  const lost = places.find(({ region }) => region.fallback.kind === 'region');
  const standby = places.find(
    ({ region }) =>
      lost?.region.fallback.kind === 'region' && region.id === lost.region.fallback.region,
  );
  if (lost === undefined || standby === undefined) throw new Error('no region has a standby');
  return {
    root,
    runbooks: runbooks(facts),
    script: scriptOf(lost, 'region'),
    account: lost.account,
    lost: place(lost),
    standby: place(standby),
    api: `api.${lost.environment.zone}`,
    zone: lost.environment.zone,
    steering: homeHost(lost.environment, lost.region.id),
    secrets: { database: secretName(standby, 'database'), redis: secretName(standby, 'redis') },
    topic: recoveryTopic,
    cluster: standby.name,
  } as const;
}

export type DrillFacts = ReturnType<typeof drillFacts>;

const place = (cluster: Cluster) => ({
  region: cluster.region.id,
  host: loadBalancerHost(cluster),
  database: cluster.region.database.identifier,
  instance: cluster.region.database.instance,
  storageGb: cluster.region.database.storageGb,
  redis: cluster.region.redis.identifier,
});
