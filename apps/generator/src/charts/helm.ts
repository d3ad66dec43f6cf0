import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { helmVersion } from '@bizflow/config/platform';
import { refusal } from '../error.ts';

const run = promisify(execFile);

/** Where Helm is looked for: the variable, the search path, and what `npm run e2e` has built. */
const candidates = (root: string): readonly string[] => [
  process.env.BIZFLOW_HELM || 'helm',
  join(root, '.cache/e2e/bin/helm'),
];

// A binary that Go built from its module knows the minor version alone: `v4.3`.
const minor = (version: string): string => /^v?(\d+\.\d+)/.exec(version)?.[1] ?? '';

const versionOf = (binary: string): string =>
  minor(spawnSync(binary, ['version', '--template', '{{.Version}}'], { encoding: 'utf8' }).stdout);

/** The binary of the pinned version of Helm. Another one would render other objects. */
export function helmBinary(root: string): string {
  const found = candidates(root).map((binary) => ({ binary, version: versionOf(binary) }));
  const fitting = found.find(({ version }) => version === minor(helmVersion));
  if (fitting !== undefined) return fitting.binary;
  throw refusal({
    code: 'HELM_MISSING',
    at: 'helm',
    value: found.find(({ version }) => version !== '')?.version ?? 'not found',
    reason: `charts are rendered by Helm ${minor(helmVersion)}, as Argo CD renders them`,
    remedy: `go install helm.sh/helm/v4/cmd/helm@v${helmVersion}, or name its binary in BIZFLOW_HELM`,
  });
}

/** Runs Helm, without the settings and repositories of the user. It throws Helm's own words. */
export async function helm(
  binary: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'bizflow-helm-'));
  const homes = { HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
  try {
    const done = await run(binary, [...args], {
      env: { ...process.env, ...homes, ...env },
      maxBuffer: 2 ** 27,
    });
    return done.stdout;
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(`helm ${args.slice(0, 2).join(' ')}: ${stderr.trim() || error}`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
