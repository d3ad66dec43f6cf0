import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { failing, othersIn } from './failing.ts';

/** How AWS writes the ids of its regions. */
export const regionId = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

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
    const { files, passedTests, failedTests, failed } = failing(workspace);
    const others = othersIn(failed);
    for (const file of failed) {
      console.log(`${others.includes(file) ? 'FAILED' : 'ok    '}  ${file.path}`);
      if (others.includes(file)) for (const line of file.said) console.log(`          ${line}`);
    }
    console.log(
      `${name}: ${failed.length} of ${files} test files fail, ${others.length} of them for no number of the document; ${passedTests} tests pass, ${failedTests} fail`,
    );
    if (failed.length === 0 || others.length > 0) process.exitCode = 1;
  } finally {
    workspace.dispose();
  }
}
