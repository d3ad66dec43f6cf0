import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, clusters } from '@bizflow/config';
import { committed } from '@bizflow/config/testing';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { production } from '../../fleet/live.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { E2eError, problemsOf } from '../../harness/e2e-error.ts';
import { type Egress, egress } from '../../harness/egress.ts';
import { repository as gitRepository } from '../../harness/git.ts';
import { repository as root } from '../../harness/places.ts';
import { redisMissing } from '../../harness/redis.ts';
import type { Bench, Suite } from '../../suite.ts';
import { install } from './install.ts';
import { raise, realCharts, renderedFiles } from './raise.ts';
import { releases } from './releases.ts';
import { scenarios } from './scenarios.ts';
import { allSettled } from './settled.ts';

/** The committed fleet, from an empty cluster, by a real Argo CD. */
export const sync: Suite = {
  name: 'sync',
  proves: 'the real Argo CD brings every cluster from nothing to Synced and Healthy',
  missing: redisMissing,
  onRequest: true,
  tools: ['argo-cd', 'helm'],
  run: async (bench) => {
    console.log(`charts: ${realCharts ?? 'stand-ins, from charts.lock.json'}`);
    for (const folder of bench.clusters) await fromEmpty(bench, folder);
  },
};

async function fromEmpty(bench: Bench, folder: ClusterFolder): Promise<void> {
  const out = await egress();
  const name = `sync-${folder.id.replace('/', '-')}`;
  await bench
    .cluster(name, (plane) => onCluster(bench, plane, folder, out), [out.flag])
    .finally(() => out.stop());
}

async function onCluster(bench: Bench, plane: ControlPlane, folder: ClusterFolder, out: Egress) {
  const branch = folder.id.startsWith('staging/') ? 'develop' : 'main';
  const git = gitRepository(plane.server.folder, 'platform', branch);
  const site = { folder, root, cluster: clusterOf(folder) };
  const { stage, places, stop } = await raise(bench, plane, site, { out, git });
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  git.push('The fleet as it is rendered', renderedFiles(folder, read, places));
  bench.count(folder.files.length);
  try {
    bench.holds(
      `${folder.id}: the documented commands install Argo CD, and leave nothing behind`,
      await problemsOf(install(plane, site, places)),
    );
    const left = await problemsOf(allSettled(plane.api, folder));
    bench.holds(`${folder.id}: all is Synced and Healthy, from an empty cluster`, left);
    // Where it does not even start, what comes after would only say so again.
    if (left.length > 0 || folder.id !== production(bench.clusters).id) return;
    for (const { sentence, play } of [...scenarios, releases]) {
      bench.holds(`${folder.id}: ${sentence}`, await problemsOf(play(stage)));
    }
  } finally {
    await stop();
  }
}

function clusterOf({ id }: ClusterFolder): Cluster {
  const found = clusters(committed).find((cluster) => cluster.id === id);
  if (found === undefined) throw new E2eError(`no cluster of the fleet is called ${id}`);
  return found;
}
