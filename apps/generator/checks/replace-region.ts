import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { camelCase } from '../src/scaffold/typescript.ts';

// `npm run replace-region -- me-south-1 me-central-1`: in a copy of this repository a region of the fleet gives
// its place to another, as a person would write it. Then only tests of the document's own numbers may fail.
const [from, to] = process.argv.slice(2);
const id = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
if (from === undefined || to === undefined || !id.test(from) || !id.test(to)) {
  console.error(
    'replace-region: name two AWS Regions, the one to replace and the new one: npm run replace-region -- OLD NEW',
  );
  process.exit(2);
}

/** Lists that AWS keeps, which do not change with the fleet. */
const awsOwn = /rules\/health-checks\.ts$|recovery\/backups\.ts$/;

/** Writes the new id for the old one in every source, but in the name of a decision's page. */
function replace({ root }: Workspace): void {
  const sheets = join(root, 'packages/region-catalog/src/regions');
  renameSync(join(sheets, `${from}.ts`), join(sheets, `${to}.ts`));
  const sources = globSync('{packages,apps}/*/src/**/*.ts', { cwd: root });
  for (const path of sources.filter(
    (one) => !/\.test\.ts$|\/testing\//.test(one) && !awsOwn.test(one),
  )) {
    const text = readFileSync(join(root, path), 'utf8');
    const changed = text
      .replaceAll(new RegExp(`(?<!decisions/[\\w-]*)${from}`, 'g'), to ?? '')
      .replaceAll(camelCase(from ?? ''), camelCase(to ?? ''));
    if (changed !== text) writeFileSync(join(root, path), changed);
  }
}

interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** The test files that fail in a copy, by their paths. */
function failing({ root }: Workspace): readonly string[] {
  const report = join(root, 'report.json');
  // Biome needs a repository; nothing is committed to it.
  spawnSync('git', ['init', '--quiet'], { cwd: root });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', '--reporter=json', `--outputFile=${report}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
  return testResults
    .filter(({ status }) => status !== 'passed')
    .map(({ name }) => relative(root, name))
    .toSorted();
}

const workspace = workspaceCopy();
try {
  replace(workspace);
  const { code, out } = workspace.nx(['generate', '@bizflow/generator:render']);
  if (code !== 0) throw new Error(out);
  const failed = failing(workspace);
  const others = failed.filter((path) => !path.endsWith('.document.test.ts'));
  for (const path of failed) console.log(`${others.includes(path) ? 'FAILED' : 'ok    '}  ${path}`);
  console.log(
    `replace-region: ${failed.length} test files fail, ${others.length} of them for no number of the document`,
  );
  if (failed.length === 0 || others.length > 0) process.exitCode = 1;
} finally {
  workspace.dispose();
}
