import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';

/** How AWS writes the ids of its regions. */
export const regionId = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A test file that fails, and what it says: each test with the first lines of its message. */
interface FailedFile {
  readonly path: string;
  readonly said: readonly string[];
}

const said = ({ message, assertionResults }: Report['testResults'][number]): readonly string[] => [
  ...(message === '' ? [] : [firstLines(message)]),
  ...assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages: [why = ''] }) => `${fullName}: ${firstLines(why)}`),
];

const firstLines = (text: string): string => text.split('\n').slice(0, 3).join(' ');

/** Runs the tests of a copy: how many files there are, and those that fail. */
export function failing({ root }: Workspace): {
  readonly files: number;
  readonly failed: readonly FailedFile[];
} {
  const report = join(root, 'report.json');
  // Biome needs a repository; nothing is committed to it.
  spawnSync('git', ['init', '--quiet'], { cwd: root });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', '--reporter=json', `--outputFile=${report}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
  const failed = testResults
    .filter(({ status }) => status !== 'passed')
    .map((file) => ({ path: relative(root, file.name), said: said(file) }));
  return {
    files: testResults.length,
    failed: failed.toSorted((one, other) => (one.path < other.path ? -1 : 1)),
  };
}

/** Those that fail for no number of the document. */
export const othersIn = (failed: readonly FailedFile[]): readonly FailedFile[] =>
  failed.filter(({ path }) => !path.endsWith('.document.test.ts'));

/** Runs Nx in a copy; what it says when it fails is thrown. */
export function nx(workspace: Workspace, ...args: readonly string[]): void {
  const { code, out } = workspace.nx(['generate', ...args]);
  if (code !== 0) throw new Error(out);
}

/** Changes a source of a copy; a change that finds nothing is thrown. */
export function edit(
  { root }: Workspace,
  path: string,
  ...changes: readonly (readonly [find: RegExp, replace: string])[]
): void {
  const file = join(root, path);
  let text = readFileSync(file, 'utf8');
  for (const [find, replace] of changes) {
    const changed = text.replace(find, replace);
    if (changed === text) throw new Error(`${path} has nothing like ${find}`);
    text = changed;
  }
  writeFileSync(file, text);
}

/**
 * Changes the regions of a copy of this repository as a person would, renders, writes the evidence and runs all tests: only those
 * of the document's own numbers may fail.
 */
export function tryInCopy(name: string, change: (workspace: Workspace) => void): void {
  const workspace = workspaceCopy();
  try {
    change(workspace);
    nx(workspace, '@bizflow/generator:render');
    nx(workspace, '@bizflow/generator:evidence', '--date=2026-01-31T12:00:00Z');
    const { failed } = failing(workspace);
    const others = othersIn(failed);
    for (const file of failed) {
      console.log(`${others.includes(file) ? 'FAILED' : 'ok    '}  ${file.path}`);
      if (others.includes(file)) for (const line of file.said) console.log(`          ${line}`);
    }
    console.log(
      `${name}: ${failed.length} test files fail, ${others.length} of them for no number of the document`,
    );
    if (failed.length === 0 || others.length > 0) process.exitCode = 1;
  } finally {
    workspace.dispose();
  }
}
