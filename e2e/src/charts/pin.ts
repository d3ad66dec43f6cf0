import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { type ClusterFolder, clusterFolders } from '../fleet/folders.ts';
import { E2eError } from '../harness/e2e-error.ts';
import { repository } from '../harness/places.ts';
import { buildTools, kubernetesVersion } from '../harness/tools.ts';
import type { ChartFacts, ChartsLock, RenderedFacts } from './facts.ts';
import { render } from './helm.ts';
import { definitionFacts, objectFacts } from './inventory.ts';
import { type ChartSource, chartSources } from './sources.ts';

// Writes charts.lock.json: what each chart in the folder BIZFLOW_CHARTS renders for each cluster.
const folder = process.env.BIZFLOW_CHARTS ?? '';

async function pinAll(): Promise<void> {
  if (folder === '') throw new E2eError('set BIZFLOW_CHARTS to a folder that holds each chart');
  await buildTools(['helm'], console.log);
  const clusters = clusterFolders();
  const names = new Set(
    clusters.flatMap((cluster) => chartSources(cluster).map(({ application }) => application)),
  );
  const lock: Record<string, ChartFacts> = {};
  for (const name of [...names].sort()) lock[name] = await pin(name, clusters);
  const text = `${JSON.stringify(lock satisfies ChartsLock, null, 2)}\n`;
  writeFileSync(join(repository, 'charts.lock.json'), text);
}

async function pin(name: string, clusters: readonly ClusterFolder[]): Promise<ChartFacts> {
  const rendered: RenderedFacts[] = [];
  let facts: Omit<ChartFacts, 'rendered'> | undefined;
  for (const cluster of clusters) {
    const source = chartSources(cluster).find(({ application }) => application === name);
    if (source === undefined) continue;
    facts = described(source);
    const { definitions, objects } = await renderedBy(source);
    const same = rendered.find((one) => isDeepStrictEqual(one.objects, objects));
    if (same === undefined) rendered.push({ clusters: [cluster.id], definitions, objects });
    else rendered[rendered.indexOf(same)] = { ...same, clusters: [...same.clusters, cluster.id] };
  }
  if (facts === undefined) throw new E2eError(`no cluster names ${name}`);
  return { ...facts, rendered };
}

function described({ chart, version }: ChartSource): Omit<ChartFacts, 'rendered'> {
  const file = join(folder, chart, 'Chart.yaml');
  if (!existsSync(file)) throw new E2eError(`${file} is missing: put ${chart} ${version} there`);
  const { version: found, appVersion } = parse(readFileSync(file, 'utf8'));
  if (found !== version) console.log(`${chart}: the folder holds ${found}, pinned is ${version}`);
  return { chart, version, appVersion: String(appVersion ?? version) };
}

async function renderedBy({ chart, release, namespace, values }: ChartSource) {
  const once = () =>
    render(join(folder, chart), { name: release, namespace, values }, kubernetesVersion);
  const renderings = { objects: await once(), again: await once() };
  return { definitions: definitionFacts(renderings), objects: objectFacts(renderings) };
}

await pinAll().catch((error: unknown) => {
  if (!(error instanceof E2eError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
});
