import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterIn, loner } from '@bizflow/config/testing';
import type { Outcome } from '@bizflow/testing/nx-host';
import { sharedWorkspace } from '@bizflow/testing/shared-workspace';
import { snapshot } from '@bizflow/testing/snapshot';
import type { Workspace } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';

type Files = Readonly<Record<string, string>>;

/** The command that most tests of a workspace run. */
export const render: readonly string[] = ['generate', '@bizflow/generator:render'];

/** The fact sheet of one region, and what a render writes of it and of staging. */
export const sheet = `packages/region-catalog/src/regions/${loner.id}.ts`;
export const api = `gitops/production/${loner.id}/services/api`;
export const rollout = `${api}/rollout-api.yaml`;
export const canary = 'packages/config/src/release/canary.ts';
export const inStaging = `gitops/staging/${clusterIn('staging').region.id}/services/api`;

const sourceFolders = ['packages/region-catalog/src', 'packages/config/src'];
const renderedFolders = [
  'clients',
  'facts',
  'gitops',
  'install',
  'terraform/environments',
  'docs/runbooks',
];

/** The line of JSON among what a command printed. */
export const jsonIn = (out: string) =>
  JSON.parse(out.split('\n').find((text) => text.startsWith('{')) ?? '');

/** A copy of the repository that tests edit; before each test it is as it was committed. */
export function editedWorkspace() {
  let workspace: Workspace;
  let pristine: Files;
  let sources: Files;
  const filesIn = (folders: readonly string[]): Files =>
    Object.assign({}, ...folders.map((folder) => snapshot(workspace.root, folder)));
  const at = (path: string): string => join(workspace.root, path);
  const read = (path: string): string => readFileSync(at(path), 'utf8');

  beforeAll(() => {
    workspace = sharedWorkspace();
    pristine = filesIn(renderedFolders);
    sources = { ...filesIn(sourceFolders), 'images.lock.json': read('images.lock.json') };
  });
  beforeEach(() => {
    const wanted = { ...pristine, ...sources };
    for (const path of Object.keys(filesIn([...renderedFolders, ...sourceFolders]))) {
      if (!(path in wanted)) rmSync(at(path));
    }
    for (const [path, text] of Object.entries(wanted)) {
      if (!existsSync(at(path)) || read(path) !== text) workspace.restoreFile(path, text);
    }
  });
  afterAll(() => workspace.dispose());

  return {
    at,
    read,
    edit: (path: string, change: (text: string) => string): void =>
      writeFileSync(at(path), change(read(path))),
    /** What is in `gitops/`, now and as committed; and all that a render writes. */
    rendered: () => snapshot(workspace.root, 'gitops'),
    gitops: () =>
      Object.fromEntries(Object.entries(pristine).filter(([path]) => path.startsWith('gitops/'))),
    allRendered: () => filesIn(renderedFolders),
    sources: () => sources,
    workspace: () => workspace,
    hosted: (args: readonly string[]): Promise<Outcome> => workspace.hosted(args),
    /** Runs `nx`, which must exit with 0; otherwise its whole output is shown. */
    succeeds: async (args: readonly string[]): Promise<string> => {
      const { code, out } = await workspace.hosted(args);
      expect(code, out).toBe(0);
      return out;
    },
  };
}
