import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { argoCd, builtInKinds } from '@bizflow/config/platform';
import { committed } from '@bizflow/config/testing';
import { chartRepository } from '../../charts/repository.ts';
import { chartSources } from '../../charts/sources.ts';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { api } from '../../harness/api.ts';
import { scheduler } from '../../harness/components.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { define } from '../../harness/definitions.ts';
import type { Egress } from '../../harness/egress.ts';
import type { Repository } from '../../harness/git.ts';
import { kwok } from '../../harness/kwok.ts';
import { addNodes } from '../../harness/nodes.ts';
import type { Bench } from '../../suite.ts';
import { played } from './controllers.ts';
import { diary } from './diary.ts';
import { network } from './network.ts';
import { type Places, withPlaces } from './places.ts';
import { playing } from './playing.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage.ts';
import { upstream } from './upstream.ts';

/** Where charts come from; stand-ins are made of `charts.lock.json` where no folder is named. */
export const realCharts = process.env.BIZFLOW_CHARTS || undefined;

/** A cluster with nodes and its played surroundings, in which a person may install Argo CD. */
export interface Raised {
  readonly stage: Stage;
  readonly places: Places;
  stop(): Promise<void>;
}

/** Brings an empty control plane so far, with a repository that its Argo CD is to pull. */
export async function raise(
  { definitions }: Pick<Bench, 'definitions'>,
  plane: ControlPlane,
  site: Site,
  { out, git }: { readonly out: Egress; readonly git: Repository },
): Promise<Raised> {
  const [, region = ''] = site.folder.id.split('/');
  plane.add(kwok);
  plane.add(scheduler);
  // With a line of its own: a call that waits for a webhook must not take the webhook's.
  const inside = network(await api(plane.server.config), plane.server);
  out.open(inside.backend);
  await define(
    plane.api,
    definitions.filter(({ kind }) => builtInKinds.some((one) => one === kind)),
  );
  await addNodes(plane.api, region, 'controllers');
  const at = join(plane.server.folder, 'charts');
  mkdirSync(at);
  const from =
    realCharts === undefined
      ? { lock: committed.charts, cluster: site.cluster }
      : { real: realCharts };
  const charts = await chartRepository(at, chartSources(site.folder), from, definitions);
  const stage: Stage = {
    ...{ plane, folder: site.folder, charts, git },
    upstream: upstream(plane.server.folder, definitions),
  };
  const parts = playing(plane, played(region, definitions));
  const notes = diary(plane);
  return {
    stage,
    places: placesOf(stage),
    stop: async () => {
      await parts.stop();
      await notes.stop();
      inside.stop();
      await charts.stop();
    },
  };
}

function placesOf({ folder, charts, git, upstream }: Stage): Places {
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

/** The files of a cluster's folder as they are read, with the addresses at which repositories are played. */
export const renderedFiles = (
  { files }: ClusterFolder,
  read: (path: string) => string,
  places: Places,
): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ path }) => [path, withPlaces(read(path), places)]));
