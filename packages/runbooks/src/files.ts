import { type Cluster, clusters, type Fleet, runsServices } from '@bizflow/config';
import { once, type Problem } from '@bizflow/kernel';
import { alarmPage } from './alarms.ts';
import { answersPage } from './answers.ts';
import { applicationPage } from './applications.ts';
import { failbackPage } from './failback.ts';
import { clusterLost } from './losses/cluster.ts';
import { databaseLost } from './losses/database.ts';
import { databaseFailedOver, regionFailedOver } from './losses/failed-over.ts';
import { objectsLost } from './losses/objects.ts';
import { redisLost } from './losses/redis.ts';
import { regionFailover } from './losses/region-failover.ts';
import { regionStatic } from './losses/region-static.ts';
import { markdown, scriptName } from './markdown.ts';
import { movePage } from './moves/move-page.ts';
import { overview } from './overview.ts';
import { releasePage } from './releases.ts';
import { promiseRules } from './rules/promise-rules.ts';
import type { Runbook, RunbookFile } from './runbook.ts';
import { script } from './script.ts';
import { signaturePage } from './signatures.ts';

/** The folder of everything rendered for people in an emergency. */
export const runbooksFolder = 'docs/runbooks';

/** One runbook for each loss in each region with data of tenants; staging has none. */
export const runbooks = (fleet: Fleet): readonly Runbook[] => {
  const places = clusters(fleet).filter(
    (cluster) => cluster.environment.approval && runsServices(cluster),
  );
  const regions = places.map(({ region }) => region);
  return places.flatMap((cluster) => {
    const writer = at(places, cluster.region.database.writer) ?? cluster;
    return [
      regionLost(cluster, places, writer, fleet),
      fleet.failedOver.includes(cluster.region.id)
        ? databaseFailedOver(cluster, writer)
        : databaseLost(cluster, writer, regions),
      redisLost(cluster),
      clusterLost(cluster),
      objectsLost(cluster, places),
    ];
  });
};

/** What the rendered pages and scripts promise and cannot keep. */
export const runbookRules = (fleet: Fleet): readonly Problem[] =>
  promiseRules(runbooks(fleet), runbookFiles(fleet), fleet);

/** Every file of {@link runbooksFolder}. */
export const runbookFiles = once((fleet: Fleet): readonly RunbookFile[] => {
  const all = runbooks(fleet);
  return [
    { path: `${runbooksFolder}/README.md`, body: overview(all, fleet) },
    { path: `${runbooksFolder}/alarms.md`, body: alarmPage(fleet, 'production') },
    { path: `${runbooksFolder}/releases.md`, body: releasePage(fleet) },
    { path: `${runbooksFolder}/applications.md`, body: applicationPage() },
    { path: `${runbooksFolder}/signatures.md`, body: signaturePage(clusters(fleet)) },
    { path: `${runbooksFolder}/answers.md`, body: answersPage(fleet) },
    ...fleet.moves.map((move) => ({
      path: `${runbooksFolder}/moves/${move.id}.md`,
      body: movePage(fleet, move),
    })),
    ...takenOver(all, fleet).map(({ lost, standby }) => ({
      path: `${runbooksFolder}/${lost.region.id}/failback.md`,
      body: failbackPage(lost, standby, fleet),
    })),
    ...all.flatMap((runbook) => {
      const folder = `${runbooksFolder}/${runbook.cluster.region.id}`;
      return [
        { path: `${folder}/${runbook.loss}.md`, body: markdown(runbook) },
        { path: `${folder}/${scriptName(runbook)}`, body: script(runbook) },
      ];
    }),
  ];
});

/** Regions whose standby has taken over, which is the writer of their people for now. */
const takenOver = (all: readonly Runbook[], { failedOver }: Fleet) => {
  const places = [...new Set(all.map(({ cluster }) => cluster))];
  return failedOver.flatMap((id) => {
    const lost = at(places, id);
    const standby = at(places, lost?.region.database.writer ?? id);
    return lost === undefined || standby === undefined ? [] : [{ lost, standby }];
  });
};

const at = (places: readonly Cluster[], id: string): Cluster | undefined =>
  places.find(({ region }) => region.id === id);

const regionLost = (
  lost: Cluster,
  places: readonly Cluster[],
  writer: Cluster,
  fleet: Fleet,
): Runbook => {
  const { fallback, id } = lost.region;
  if (fleet.failedOver.includes(id)) return regionFailedOver(lost, writer);
  const standby = fallback.kind === 'region' ? at(places, fallback.region) : undefined;
  // A standby without a replica, or one that is already the writer, cannot take over.
  if (standby?.region.database.source === lost.region.id)
    return regionFailover(lost, standby, fleet);
  // The region that checks and notifies for a lost one: the default region, or any other.
  const others = places.filter((place) => place !== lost);
  const speaker = others.find(({ region }) => region.dns.locations.some((name) => name === '*'));
  return regionStatic(lost, speaker ?? others[0] ?? lost, writer);
};
