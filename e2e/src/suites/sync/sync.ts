import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusters } from '@bizflow/config';
import { argoCd, builtInKinds } from '@bizflow/config/platform';
import { committed } from '@bizflow/config/testing';
import { stringify } from 'yaml';
import { chartRepository } from '../../charts/repository.ts';
import { chartSources } from '../../charts/sources.ts';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { production } from '../../fleet/live.ts';
import { api } from '../../harness/api.ts';
import { scheduler } from '../../harness/components.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { type Definition, define } from '../../harness/definitions.ts';
import { E2eError, problemsOf } from '../../harness/e2e-error.ts';
import { type Egress, egress } from '../../harness/egress.ts';
import { repository as gitRepository } from '../../harness/git.ts';
import { kwok } from '../../harness/kwok.ts';
import { addNodes } from '../../harness/nodes.ts';
import { repository } from '../../harness/places.ts';
import { redisMissing } from '../../harness/redis.ts';
import type { Bench, Suite } from '../../suite.ts';
import { played } from './controllers.ts';
import { diary } from './diary.ts';
import { install } from './install.ts';
import { network } from './network.ts';
import { withPlaces } from './places.ts';
import { playing } from './playing.ts';
import { releases } from './releases.ts';
import { scenarios } from './scenarios.ts';
import { allSettled } from './settled.ts';
import type { Stage } from './stage.ts';

const real = process.env.BIZFLOW_CHARTS || undefined;

/** The committed fleet, from an empty cluster, by a real Argo CD. */
export const sync: Suite = {
  name: 'sync',
  proves: 'the real Argo CD brings every cluster from nothing to Synced and Healthy',
  missing: redisMissing,
  onRequest: true,
  tools: ['argo-cd', 'helm'],
  run: async (bench) => {
    console.log(`charts: ${real ?? 'stand-ins, from charts.lock.json'}`);
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
  const [, region = ''] = folder.id.split('/');
  plane.add(kwok);
  plane.add(scheduler);
  // With a line of its own: a call that waits for a webhook must not take the webhook's.
  const inside = network(await api(plane.server.config), plane.server);
  out.open(inside.backend);
  await define(
    plane.api,
    bench.definitions.filter(({ kind }) => builtInKinds.some((one) => one === kind)),
  );
  await addNodes(plane.api, region, 'controllers');
  const stage = await prepare(bench, plane, folder);
  const places = placesOf(stage);
  stage.git.push('The fleet as it is rendered', renderedFiles(folder, places));
  bench.count(folder.files.length);
  const parts = playing(plane, played(region, bench.definitions));
  const notes = diary(plane);
  try {
    bench.holds(
      `${folder.id}: the documented commands install Argo CD, and leave nothing behind`,
      await problemsOf(install(plane, folder, places)),
    );
    const left = await problemsOf(allSettled(plane.api, folder));
    bench.holds(`${folder.id}: all is Synced and Healthy, from an empty cluster`, left);
    // Where it does not even start, what comes after would only say so again.
    if (left.length > 0 || folder.id !== production(bench.clusters).id) return;
    for (const { sentence, play } of [...scenarios, releases]) {
      bench.holds(`${folder.id}: ${sentence}`, await problemsOf(play(stage)));
    }
  } finally {
    await parts.stop();
    await notes.stop();
    inside.stop();
    await stage.charts.stop();
  }
}

async function prepare(bench: Bench, plane: ControlPlane, folder: ClusterFolder): Promise<Stage> {
  const at = join(plane.server.folder, 'charts');
  mkdirSync(at);
  const cluster = clusters(committed).find(({ id }) => id === folder.id);
  if (cluster === undefined) throw new E2eError(`no cluster of the fleet is called ${folder.id}`);
  const from = real === undefined ? { lock: committed.charts, cluster } : { real };
  const charts = await chartRepository(at, chartSources(folder), from, bench.definitions);
  const branch = folder.id.startsWith('staging/') ? 'develop' : 'main';
  return {
    ...{ plane, folder, charts },
    git: gitRepository(plane.server.folder, 'platform', branch),
    upstream: upstream(plane.server.folder, bench.definitions),
  };
}

// Argo CD's own repository, as far as it is pulled: its definitions, at the version that is pinned.
function upstream(folder: string, definitions: readonly Definition[]): string {
  const { path } = argoCd.definitions;
  const own = definitions.filter(({ project }) => project === 'argo-cd');
  const files = own.map(({ kind, object }): [string, string] => [
    `${kind.split('.')[0]?.toLowerCase()}-crd.yaml`,
    stringify(object),
  ]);
  const resources = files.map(([name]) => name);
  const git = gitRepository(folder, 'argo-cd', 'main');
  const commit = git.push(
    argoCd.version,
    new Map([
      ...files.map(([name, text]): [string, string] => [`${path}/${name}`, text]),
      [`${path}/kustomization.yaml`, stringify({ resources })],
    ]),
  );
  git.tag(argoCd.version, commit);
  return git.url;
}

function placesOf({ folder, charts, git, upstream }: Stage): ReadonlyMap<string, string> {
  const root = folder.files.find(({ body }) => body.metadata.name === 'root')?.body;
  const { source } = (root?.spec ?? {}) as { source?: { repoURL: string } };
  return new Map([
    [source?.repoURL ?? '', git.url],
    [argoCd.definitions.repository, upstream],
    ...chartSources(folder).map(
      ({ repository: rendered }) => [rendered, charts.address(rendered)] as const,
    ),
  ]);
}

const renderedFiles = ({ files }: ClusterFolder, places: ReadonlyMap<string, string>) =>
  new Map(
    files.map(({ path }) => [
      path,
      withPlaces(readFileSync(join(repository, path), 'utf8'), places),
    ]),
  );
