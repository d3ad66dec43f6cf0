import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import type { Cluster } from '@bizflow/config';
import {
  type ChartFacts,
  type ChartsLock,
  type RenderedFacts,
  renderedWith,
} from '@bizflow/config/charts';
import { onLoopback } from '@bizflow/testing/on-loopback';
import type { Definition } from '../harness/definitions.ts';
import { E2eError } from '../harness/e2e-error.ts';
import { helm } from '../harness/helm.ts';
import type { ChartSource } from './sources.ts';
import { writeStandIn } from './stand-in-chart.ts';

/** Helm repositories on loopback, one for each that the fleet names. */
export interface ChartRepository {
  /** The address in the place of a repository's own. */
  address(repository: string): string;
  stop(): Promise<void>;
}

/** Packs the charts of one cluster into a folder, from real ones or from facts, and serves them. */
export async function chartRepository(
  folder: string,
  sources: readonly ChartSource[],
  from: { readonly real: string } | { readonly lock: ChartsLock; readonly cluster: Cluster },
  pinned: readonly Definition[],
): Promise<ChartRepository> {
  const packed = new Map<ChartSource, string>();
  for (const source of sources) {
    const unpacked = 'real' in from ? join(from.real, source.chart) : join(folder, source.chart);
    if ('lock' in from) {
      const facts = factsOf(from.lock, source);
      writeStandIn(unpacked, facts, renderedIn(facts, from.cluster, source), pinned);
    } else if (!existsSync(unpacked)) {
      throw new E2eError(`BIZFLOW_CHARTS: ${unpacked} is missing`);
    }
    packed.set(source, await pack(unpacked, source, folder));
  }
  return serve(packed);
}

function factsOf(lock: ChartsLock, { application, version }: ChartSource): ChartFacts {
  const facts = lock[application];
  if (facts?.version !== version) {
    throw new E2eError(
      `charts.lock.json: ${application} is pinned at ${version}, its facts are of ${facts?.version}`,
    );
  }
  return facts;
}

function renderedIn(facts: ChartFacts, cluster: Cluster, { values }: ChartSource): RenderedFacts {
  const found = renderedWith(facts, cluster, values);
  if (found === undefined)
    throw new E2eError(`charts.lock.json: ${facts.chart} has no facts of ${cluster.id}`);
  return found;
}

// Helm allows no `v` before a version that it writes, and keeps the one that is there.
async function pack(chart: string, { version }: ChartSource, folder: string): Promise<string> {
  const destination = join(folder, 'packed', basename(chart));
  mkdirSync(destination, { recursive: true });
  const said = await helm(['package', chart, '--version', version, '--destination', destination]);
  const [, file] = /saved it to: (.*)$/m.exec(said) ?? [];
  if (file === undefined) throw new E2eError(`helm package ${chart}: ${said}`);
  return file;
}

async function serve(packed: ReadonlyMap<ChartSource, string>): Promise<ChartRepository> {
  const repositories = [...new Set([...packed.keys()].map(({ repository }) => repository))];
  const server = createServer(({ url = '' }, response) => {
    const [, place = '', file = ''] = url.split('/');
    const here = [...packed].filter(([one]) => one.repository === repositories[Number(place)]);
    const body = file === 'index.yaml' ? index(here) : archive(here, file);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  const { port, stop } = await onLoopback(server);
  return {
    address: (repository) => `http://127.0.0.1:${port}/${repositories.indexOf(repository)}`,
    stop,
  };
}

const archive = (here: readonly (readonly [ChartSource, string])[], file: string) => {
  const found = here.find(([, path]) => basename(path) === file);
  return found && readFileSync(found[1]);
};

const index = (here: readonly (readonly [ChartSource, string])[]): string => {
  const entries = here.map(([{ chart, version }, path]) => [
    chart,
    [{ apiVersion: 'v2', name: chart, version, urls: [basename(path)] }],
  ]);
  return JSON.stringify({ apiVersion: 'v1', entries: Object.fromEntries(entries) });
};
