import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { FsTree, flushChanges } from 'nx/src/generators/tree.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newRegionsIn } from '../testing/newcomers.ts';
import { addRegion } from './add-region.ts';
import { addService } from './add-service.ts';

const copied = [
  ...['packages/region-catalog/src', 'packages/config/src', 'images.lock.json'],
  ...['charts.lock.json', 'biome.json', 'biome-packages-by-name.grit', '.gitattributes'],
];
const [region, other] = newRegionsIn(committed);
const { catalog } = committed;
const service = { port: 3000, compute: 'karpenter', host: '' } as const;

/** What a branch does: it adds one thing. */
const branches: Readonly<Record<string, (tree: FsTree) => () => void>> = {
  'a region': (tree) => addRegion(tree, region),
  'another region': (tree) => addRegion(tree, other),
  'a service': (tree) => addService(tree, { ...service, name: 'billing' }),
  'another service': (tree) => addService(tree, { ...service, name: 'invoices' }),
};
const names = Object.keys(branches);
const pairs = names.flatMap((one, index) =>
  names.slice(index + 1).map((two) => [one, two] as const),
);

let root: string;
const git = (...args: readonly string[]) => {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, out: stdout + stderr };
};
const branchOf = (name: string): string => name.replaceAll(' ', '-');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bizflow-merges-'));
  for (const path of copied) cpSync(join(repository, path), join(root, path), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  git('init', '-q', '--initial-branch=main');
  git('add', '-A', ...copied);
  git('commit', '-qm', 'main');
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  for (const [name, add] of Object.entries(branches)) {
    git('checkout', '-q', '-b', branchOf(name), 'main');
    const tree = new FsTree(root, false);
    const format = add(tree);
    flushChanges(root, tree.listChanges());
    format();
    git('add', '-A', ...copied);
    git('commit', '-qm', name);
  }
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

/** Merges one branch into the other, and names the files with a conflict. */
const conflicts = (one: string, two: string): readonly string[] => {
  git('checkout', '-q', '--detach', branchOf(one));
  const { out } = git('merge', '-q', '--no-edit', branchOf(two));
  const unmerged = git('diff', '--name-only', '--diff-filter=U').out.split('\n').filter(Boolean);
  return unmerged.length > 0 || out === '' ? unmerged : [out];
};

/** Source files that no program can read. */
const broken = (): readonly string[] =>
  globSync('packages/*/src/**/*.ts', { cwd: root }).filter((path) => {
    try {
      stripTypeScriptTypes(read(path));
      return false;
    } catch {
      return true;
    }
  });

const added = (name: string): readonly string[] =>
  git('diff', '-U0', 'main', branchOf(name))
    .out.split('\n')
    .filter((line) => /^\+ *\S/.test(line) && !line.startsWith('+++'))
    .map((line) => line.slice(1));

describe.each(pairs)('a branch that adds %s, and one that adds %s', (one, two) => {
  it('merge without a conflict, or with one in the file where both wrote a block', () => {
    const found = conflicts(one, two);
    const isPair = one.split(' ').at(-1) === two.split(' ').at(-1);
    const both = two.endsWith('region')
      ? ['packages/config/src/assigned/assigned.ts']
      : ['images.lock.json'];
    expect(found).toEqual(isPair ? both : []);
    expect(broken()).toEqual(isPair && two.endsWith('region') ? both : []);
    if (!found.includes('images.lock.json')) JSON.parse(read('images.lock.json'));
    // Every line of both is there, in the merged lists as in the conflict.
    const merged = new Set(
      [...globSync('packages/*/src/**/*.ts', { cwd: root }), 'images.lock.json'].flatMap((path) =>
        read(path).split('\n'),
      ),
    );
    expect([...added(one), ...added(two)].filter((line) => !merged.has(line))).toEqual([]);
    git('merge', '--abort');
    git('checkout', '-q', '--force', 'main');
  });
});

it('no example value of one branch is one of another branch, or of the fleet', () => {
  const examples = (text: string) =>
    text.match(/sha256:[0-9a-f]{64}|ws-[\w-]{36}|sg-\d+|'\d{26}'/g);
  const own = names.map((name) => new Set(examples(added(name).join('\n'))));
  const all = [...own.flatMap((set) => [...set])];
  expect(all.length).toBeGreaterThanOrEqual(8);
  expect(new Set(all).size).toBe(all.length);
  expect(Object.keys(catalog)).not.toContain(other.id);
  const fleet = JSON.stringify({ ...committed, charts: {} });
  expect(all.filter((value) => fleet.includes(value.replaceAll("'", '')))).toEqual([]);
});
