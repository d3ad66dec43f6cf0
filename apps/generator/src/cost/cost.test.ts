import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FsTree } from 'nx/src/generators/tree.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GeneratorError } from '../error.ts';
import { cost } from './cost.ts';

const repository = join(import.meta.dirname, '../../../..');
const sheet = 'packages/region-catalog/src/regions/eu-west-2.ts';
const tree = (root: string) => new FsTree(root, false);

/** A repository whose only commit had a larger database in the UK. */
let past: string;
const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: past });

beforeAll(() => {
  past = mkdtempSync(join(tmpdir(), 'bizflow-past-'));
  for (const path of [
    'packages/config',
    'packages/metrics',
    'packages/region-catalog',
    'images.lock.json',
  ]) {
    cpSync(join(repository, path), join(past, path), {
      recursive: true,
      filter: (from) => !/\/(?:node_modules|dist)$/.test(from),
    });
  }
  const text = readFileSync(join(past, sheet), 'utf8');
  writeFileSync(
    join(past, sheet),
    text.replace(/instance: 'db\.[^']+'/, "instance: 'db.r6g.4xlarge'"),
  );
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'past');
});
afterAll(() => rmSync(past, { recursive: true, force: true }));

it('prints the document’s columns, region by region', () => {
  const lines = cost(tree(repository), { environment: 'production', region: 'me-south-1' });
  expect(
    lines
      .find((line) => line.startsWith('me-south-1'))
      ?.split(/\s+/)
      .slice(0, 8),
  ).toEqual(['me-south-1', ...['600', '600', '200', '100', '200', '150', '1850']]);
});

it('says what moved since a commit, read by the sources of that commit', () => {
  const [moved, total, ...rest] = cost(tree(past), { since: 'HEAD', region: 'eu-west-2' });
  expect(moved).toMatch(/^production\/eu-west-2 {2}RDS {2}\d+ -> 600 {2}\(-\d+\)$/);
  expect(total).toMatch(/^total {2}\d+ -> 2100 {2}\(-\d+ a month, -\d+ a year\)$/);
  expect(rest).toEqual([]);
});

it('says that nothing moved against an estimate of the same facts', () => {
  const [saved = ''] = cost(tree(repository), { json: true });
  const written = tree(past);
  written.write('before.json', saved);
  expect(cost(written, { base: 'before.json' })[0]).toBe('no row moved');
});

it.each([
  [{ since: 'no-such-branch' }, 'REF_UNKNOWN'],
  [{ since: '--output=/tmp/x' }, 'REF_UNKNOWN'],
  [{ base: 'nowhere.json' }, 'BASE_UNREADABLE'],
  [{ base: 'images.lock.json' }, 'BASE_UNREADABLE'],
])('refuses %o with %s', (options, code) => {
  try {
    cost(tree(past), options);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(GeneratorError);
    expect((error as GeneratorError).problems.map((problem) => problem.code)).toEqual([code]);
  }
});

it('names a commit whose facts cannot be read', () => {
  writeFileSync(join(past, sheet), 'export const euWest2 = {');
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'broken');
  expect(() => cost(tree(past), { since: 'HEAD' })).toThrow(/REF_UNREADABLE/);
});
