import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { beginHistory, commitAll, git, mergeOf } from '@bizflow/testing/commits';
import { workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newRegionsIn } from '../src/testing/newcomers.ts';
import { keepBoth } from './merges/keep-both.ts';
import { edit } from './regions/in-a-copy.ts';

// As CONTRIBUTING.md says of two branches, "Commits and review": what a merge leaves is settled, rendered and proved.
const [region, other] = newRegionsIn(committed);
const regionArgs = ({ file: _, id, ...options }: typeof region): readonly string[] => [
  'region',
  id,
  ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
];
const branches: Readonly<Record<string, readonly string[]>> = {
  'a-region': regionArgs(region),
  'another-region': regionArgs(other),
  'a-service': ['service', 'billing', '--compute=karpenter', '--host='],
  'another-service': ['service', 'invoices', '--compute=karpenter', '--host='],
};
const rendered = [
  'gitops',
  'install',
  'terraform/environments',
  'docs/runbooks',
  'facts',
  'clients',
];

const workspace = workspaceCopy();
const nx = (name: string, ...args: readonly string[]) => {
  const { code, out } = workspace.nx(['generate', `@bizflow/generator:${name}`, ...args]);
  expect(code, out).toBe(0);
  return out;
};

beforeAll(() => {
  // As people plan for growth: no branch changes the budget of the account.
  edit(workspace, 'packages/config/src/cost/prices.ts', [
    /accountsUsd: \{ production: [\d_]+/,
    'accountsUsd: { production: 45_000',
  ]);
  nx('render');
  beginHistory(workspace);
  for (const [branch, [name = '', ...args]] of Object.entries(branches)) {
    git(workspace, 'checkout', '--quiet', '-b', branch, 'main');
    nx(name, ...args, '--no-interactive');
    nx('render');
    commitAll(workspace, branch);
  }
});
afterEach(() => git(workspace, 'reset', '--quiet', '--hard'));
afterAll(() => workspace.dispose());

it.each([
  ['a-region', 'another-region'],
  ['a-service', 'another-service'],
  ['a-region', 'a-service'],
])('a branch with %s, merged with one with %s, is rendered and proved', (one, two) => {
  git(workspace, 'checkout', '--quiet', '--detach', one);
  for (const path of mergeOf(workspace, two)) {
    if (rendered.some((folder) => path.startsWith(`${folder}/`))) continue;
    const text = readFileSync(join(workspace.root, path), 'utf8');
    workspace.restoreFile(path, keepBoth(text));
  }
  git(workspace, 'checkout', one, '--', ...rendered);
  nx('render');
  expect(nx('render')).toMatch(/^render: 0 written/m);
  expect(nx('prove')).toMatch(/^prove: [1-9]\d* proofs hold, 0 failed/m);
  const facts = readFileSync(
    join(workspace.root, 'packages/region-catalog/src/region-ids.ts'),
    'utf8',
  );
  const lock = readFileSync(join(workspace.root, 'images.lock.json'), 'utf8');
  for (const branch of [one, two]) {
    const [, added = ''] = branches[branch] ?? [];
    expect(facts + lock).toContain(added);
  }
});
