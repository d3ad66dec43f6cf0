import { type Cluster, clusters } from '@bizflow/config';
import { homeHost, loadBalancerHost, secretName } from '@bizflow/config/names';
import { recoveryTopic } from '@bizflow/config/recovery';
import { committed as facts } from '@bizflow/config/testing';
import { repository as root } from '@bizflow/testing/repository';
import { runbookFiles, runbooks } from '../../src/files.ts';

/** The region of a drill: the first region of the fleet with a standby. */
export function drillFacts() {
  const places = clusters(facts).filter(({ environment }) => environment.approval);
  const lost = places.find(({ region }) => region.fallback.kind === 'region');
  const standby = places.find(
    ({ region }) =>
      lost?.region.fallback.kind === 'region' && region.id === lost.region.fallback.region,
  );
  if (lost === undefined || standby === undefined) throw new Error('no region has a standby');
  const script = runbookFiles(facts).find(({ path }) =>
    path.endsWith(`/${lost.region.id}/region.sh`),
  );
  return {
    root,
    runbooks: runbooks(facts),
    script: script?.body ?? '',
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
