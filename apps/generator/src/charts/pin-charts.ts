import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Cluster, clusters } from '@bizflow/config';
import {
  type ChartFacts,
  type ChartsLock,
  type RenderedFacts,
  valuesFingerprint,
} from '@bizflow/config/charts';
import { type ChartRelease, chartReleases } from '@bizflow/k8s-manifests';
import { shortDigest } from '@bizflow/kernel';
import { kubernetesVersions } from '@bizflow/region-catalog';
import type { Tree } from '@nx/devkit';
import { type GeneratorError, refusal } from '../error.ts';
import { factsOf } from '../facts.ts';
import { chartFiles } from './chart-files.ts';
import { chartsLockPath, chartsLockText } from './charts-lock.ts';
import { helmBinary } from './helm.ts';
import { definitionFacts, objectFacts } from './inventory.ts';
import { renderChart } from './render-chart.ts';

/** What to pin: everything, or charts whose version or values have changed. */
export interface PinChartsOptions {
  readonly all: boolean;
}

/** A cluster's release of a chart. */
interface Placed {
  readonly cluster: Cluster;
  readonly release: ChartRelease;
}

/** Writes what each pinned chart renders with our values, or throws and does not change the lock. */
export async function pinCharts(tree: Tree, { all }: PinChartsOptions): Promise<() => void> {
  const facts = factsOf(tree);
  const placed = clusters(facts).flatMap((cluster) =>
    chartReleases(cluster).map((release) => ({ cluster, release })),
  );
  const charts = Map.groupBy(placed, ({ release }) => release.name);
  const helm = {
    binary: helmBinary(tree.root),
    place: mkdtempSync(join(tmpdir(), 'bizflow-charts-')),
  };
  const lock: Record<string, ChartFacts | undefined> = {};
  try {
    for (const [name, places] of charts) {
      const before = facts.charts[name];
      lock[name] = !all && isCurrent(before, places) ? before : await pinned(helm, name, places);
    }
  } finally {
    rmSync(helm.place, { recursive: true, force: true });
  }
  tree.write(chartsLockPath, chartsLockText(lock satisfies ChartsLock));
  return () => console.log('next: run npx nx generate @bizflow/generator:render');
}

/** Helm, and a folder for the charts that it pulls. */
interface Helm {
  readonly binary: string;
  readonly place: string;
}

const fingerprint = ({ cluster, release }: Placed): string =>
  valuesFingerprint(cluster, release.values);

/** Whether an inventory is of the pinned chart, as its repository has it in this version, and of all values. */
export const isCurrent = (chart: ChartFacts | undefined, places: readonly Placed[]): boolean =>
  places.every(({ release: { chart: pinned } }) =>
    isDeepStrictEqual(
      [chart?.chart, chart?.repository, chart?.version],
      [pinned.name, pinned.repository, pinned.version],
    ),
  ) &&
  isDeepStrictEqual(
    new Set(chart?.rendered.map(({ values }) => values)),
    new Set(places.map(fingerprint)),
  );

async function pinned(helm: Helm, name: string, places: readonly Placed[]): Promise<ChartFacts> {
  const [first] = places;
  if (first === undefined) throw new RangeError(`no cluster has ${name}`);
  const { chart } = first.release;
  const { folder, version, appVersion, digest } = await chartFiles(
    helm.binary,
    first.release,
    helm.place,
  );
  const rendered: RenderedFacts[] = [];
  for (const place of places) await addTo(rendered, place, helm.binary, folder);
  const note = version === chart.version ? '' : `  from files of ${version}`;
  console.log(`${name.padEnd(29)} ${chart.version.padEnd(8)} ${shortDigest(digest)}${note}`);
  return {
    ...{ chart: chart.name, repository: chart.repository, version: chart.version },
    ...(version === chart.version ? {} : { filesOf: version }),
    ...{ appVersion, digest, rendered },
  };
}

// A new value is rendered for each version of Kubernetes, so that an upgrade needs no other inventory.
async function addTo(rendered: RenderedFacts[], place: Placed, binary: string, folder: string) {
  const { cluster, release } = place;
  const values = fingerprint(place);
  const own = cluster.region.cluster.kubernetes;
  const render = (version: string) => renderChart(binary, folder, release, `${version}.0`);
  const again = await render(own);
  const known = rendered.find((one) => one.values === values);
  for (const version of known === undefined ? kubernetesVersions : [own]) {
    const renderings = { objects: await render(version), again };
    const definitions = definitionFacts(renderings);
    const facts = { values, definitions, objects: objectFacts(renderings) };
    const same = rendered.find((one) => one.values === values);
    if (same === undefined) rendered.push(facts);
    else if (!isDeepStrictEqual(same, facts)) throw placeMatters(place, version);
  }
}

// The fingerprint promises that neither the place nor the version changes anything; the charts of today keep it.
const placeMatters = ({ cluster, release }: Placed, version: string): GeneratorError =>
  refusal({
    code: 'CHART_PLACE',
    at: `${release.name} in ${cluster.id}, Kubernetes ${version}`,
    value: release.chart.version,
    reason: 'renders different objects here, although only names of the place differ in its values',
    remedy: 'count what differs in packages/config/src/charts/values-fingerprint.ts',
  });
