import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factFiles } from '../facts-data.ts';
import { serialize } from '../serialize.ts';
import { codesOf } from '../testing/codes-of.ts';
import { commitIn, gitIn } from '../testing/git-in.ts';
import { baseOf, commitNamed } from './base.ts';
import { causesSince, putBacksOf } from './causes.ts';
import { sideAt } from './side-at.ts';
import { sourcesAt, workTreeSources } from './sources-at.ts';

const folder = mkdtempSync(join(tmpdir(), 'bizflow-base-'));
const root = join(folder, 'repository');
mkdirSync(root);
const git = gitIn(root);
const commit = commitIn(root);

const object = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: one\n`;
const manifest = 'gitops/production/eu-west-9/platform/one/namespace-one.yaml';
const canary = 'packages/config/src/release/canary.ts';

const facts = Object.fromEntries(factFiles(committed).map((file) => [file.path, serialize(file)]));

beforeAll(() => {
  git(['init', '-q', '-b', 'main']);
  commit({ 'README.md': 'text' }, 'empty');
  commit({ [manifest]: object, [canary]: 'export const canary = { percent: 5 };\n' }, 'old');
  commit({ ...facts, 'facts/tenants.json': '{"apiVersion":"facts.bizflow.app/v0"}' }, 'facts');
  commit(
    {
      [canary]: '\nexport const canary = { percent: 6 };\n',
      'packages/kernel/src/a.ts': 'export const a = () => 1;\n',
    },
    'new',
  );
  gitIn(folder)(['clone', '-q', '--depth=1', `file://${root}`, 'shallow']);
  git(['checkout', '-q', '--orphan', 'other']);
  git(['commit', '-q', '--allow-empty', '-m', 'other']);
  git(['checkout', '-q', 'main']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codeOf = (run: () => unknown): string => codesOf(run).join() || 'none';

describe('a base', () => {
  it('is the commit at which the work tree left a branch', () => {
    git(['checkout', '-q', '-b', 'topic', 'old']);
    expect(baseOf(root, 'main')).toEqual({ ...commitNamed(root, '--base', 'old'), named: 'main' });
    git(['checkout', '-q', 'main']);
  });

  it('is itself where the newer side is a commit that it came from', () => {
    expect(baseOf(root, 'new', 'old')).toEqual(commitNamed(root, '--base', 'new'));
    expect(baseOf(root, 'old', 'new')).toEqual(commitNamed(root, '--base', 'old'));
  });

  it.each([
    ['a name that nothing has', () => baseOf(root, 'nothing'), 'COMMIT_UNKNOWN'],
    ['an option of Git', () => baseOf(root, '--upload-pack=evil'), 'COMMIT_UNKNOWN'],
    ['a history of its own', () => baseOf(root, 'other'), 'BASE_UNRELATED'],
    ['a folder without Git', () => baseOf(folder, 'main'), 'GIT_MISSING'],
    [
      'a clone without its history',
      () => baseOf(join(folder, 'shallow'), 'old'),
      'HISTORY_SHALLOW',
    ],
  ])('is refused by name: %s', (_, run, code) => {
    expect(codeOf(run)).toBe(code);
  });
});

describe('a commit as a side', () => {
  const known = { fleet: committed, files: {} };
  const read = (name: string) => sideAt(root, commitNamed(root, '--base', name), known);

  it('says that everything is new where it has no gitops/', () => {
    const { side, notes } = read('empty');
    expect(side.files).toEqual({});
    expect(notes.join()).toContain('empty: has no gitops/');
  });

  it('has the facts of the other side where it has none, and says so', () => {
    const { side, notes } = read('old');
    expect(side.files).toEqual({ [manifest]: object });
    expect(side.fleet).toEqual(committed);
    expect(notes.join()).toContain('old: has no facts/');
  });

  it('names files with another header, and facts of another version', () => {
    const { side, notes } = read('facts');
    expect(notes.join('\n')).toContain('1 files have another header');
    expect(notes.join('\n')).toContain('facts/tenants.json is of another version');
    expect(side.fleet.services).toEqual(committed.services);
  });
});

it('names the facts that changed with their line, and code that has none', () => {
  const base = commitNamed(root, '--base', 'facts');
  const wanted = {
    facts: [{ at: `${canary}:2`, path: 'canary.percent', before: '5', after: '6' }],
    code: ['packages/kernel/src/a.ts'],
  };
  for (const head of [commitNamed(root, '--head', 'new'), undefined]) {
    const { causes, changes } = causesSince(root, base, head);
    expect(causes).toEqual(wanted);
    expect(putBacksOf(changes, 'before', workTreeSources(root).textOf)).toMatchObject([
      { file: canary, name: 'canary.percent', pieces: [{ value: { percent: 5 } }] },
    ]);
  }
});

it('writes the facts of a commit into the sources of the work tree, and none of its code', () => {
  const { commit } = commitNamed(root, '--base', 'facts');
  const { textOf, isOfOtherCode } = sourcesAt(root, commit);
  expect(textOf(canary)).toBe('\nexport const canary = ({"percent":5});\n');
  expect(isOfOtherCode).toBe(true);
  expect(textOf('packages/kernel/src/a.ts')).toBe('export const a = () => 1;\n');
});
