import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Manifest } from '@bizflow/config';
import { parseAllDocuments } from 'yaml';
import { E2eError } from '../harness/e2e-error.ts';
import { tool } from '../harness/tools.ts';

const run = promisify(execFile);

/** Runs Helm, without the settings and repositories of the user. */
export async function helm(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'bizflow-helm-'));
  const homes = { HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
  try {
    const done = await run(tool('helm'), [...args], {
      env: { ...process.env, ...homes, ...env },
      maxBuffer: 2 ** 27,
    });
    return done.stdout;
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new E2eError(`helm ${args.slice(0, 2).join(' ')}: ${stderr.trim() || error}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A release of a chart, as an Application asks for it. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly values: object;
}

/** What Argo CD would be given: every object of a chart with these values, definitions included. */
export async function render(
  chart: string,
  { name, namespace, values }: Release,
  kubernetes: string,
): Promise<readonly Manifest[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-values-'));
  const file = join(folder, 'values.json');
  writeFileSync(file, JSON.stringify(values));
  try {
    const text = await helm([
      ...['template', name, chart, '--namespace', namespace, '--values', file],
      ...['--include-crds', '--kube-version', kubernetes],
    ]);
    return parseAllDocuments(text).flatMap((one) => one.toJS({ maxAliasCount: -1 }) ?? []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
