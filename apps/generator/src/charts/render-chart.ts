import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '@bizflow/config';
import { parseAllDocuments } from 'yaml';
import { helm } from './helm.ts';

/** A release of a chart, as an Application asks for it. */
interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly values: unknown;
}

/** What Argo CD would be given: every object of a chart with these values, definitions included. */
export async function renderChart(
  binary: string,
  chart: string,
  { name, namespace, values }: Release,
  kubernetes: string,
): Promise<readonly Manifest[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-values-'));
  const file = join(folder, 'values.json');
  writeFileSync(file, JSON.stringify(values));
  try {
    const text = await helm(binary, [
      ...['template', name, chart, '--namespace', namespace, '--values', file],
      ...['--include-crds', '--kube-version', kubernetes],
    ]);
    return parseAllDocuments(text).flatMap((one) => one.toJS({ maxAliasCount: -1 }) ?? []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
