import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartRelease } from '@bizflow/k8s-manifests';
import { parse } from 'yaml';
import { type GeneratorError, refusal } from '../error.ts';
import { helm } from './helm.ts';

/** A chart on this machine. */
export interface ChartFiles {
  readonly folder: string;
  /** As its `Chart.yaml` says. */
  readonly version: string;
  readonly appVersion: string;
  readonly digest: string;
}

/** The files of a pinned chart: in `BIZFLOW_CHARTS`, or pulled from its repository into a folder. */
export async function chartFiles(
  binary: string,
  release: ChartRelease,
  place: string,
): Promise<ChartFiles> {
  const { BIZFLOW_CHARTS: charts = '' } = process.env;
  const folder =
    charts === '' ? await pulled(binary, release, place) : join(charts, release.chart.name);
  const file = join(folder, 'Chart.yaml');
  if (!existsSync(file)) throw missing(release, charts);
  const { version, appVersion } = parse(readFileSync(file, 'utf8'));
  return {
    folder,
    version: String(version),
    appVersion: String(appVersion ?? release.chart.version),
    digest: digestOf(folder),
  };
}

/** Repositories without a scheme are registries, as Argo CD reads them. */
async function pulled(binary: string, { chart }: ChartRelease, place: string): Promise<string> {
  const { repository, name, version } = chart;
  const source = repository.includes('://')
    ? [name, '--repo', repository]
    : [`oci://${repository}/${name}`];
  await helm(binary, ['pull', ...source, '--version', version, '--untar', '--untardir', place]);
  return join(place, name);
}

const missing = ({ name, chart }: ChartRelease, charts: string): GeneratorError =>
  refusal({
    code: 'CHART_MISSING',
    at: `BIZFLOW_CHARTS/${chart.name}`,
    value: charts,
    reason: `does not contain the chart of ${name}`,
    remedy: `put the files of ${chart.name} ${chart.version} there, or unset BIZFLOW_CHARTS`,
  });

const digestOf = (folder: string): string => {
  const digest = createHash('sha256');
  for (const path of globSync('**/*', { cwd: folder }).toSorted()) {
    const file = join(folder, path);
    if (statSync(file).isFile()) digest.update(`${path}\n`).update(readFileSync(file));
  }
  return `sha256:${digest.digest('hex')}`;
};
