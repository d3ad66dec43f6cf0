import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costEstimate, costRows, totalUsd } from '@bizflow/config/cost';
import { committed, loner } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { FsTree } from 'nx/src/generators/tree.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GeneratorError } from '../error.ts';
import { cost } from './cost.ts';

const { id } = loner;
const sheet = `packages/region-catalog/src/regions/${id}.ts`;
const tree = (root: string) => new FsTree(root, false);

/** A repository whose only commit had a larger database in one region. */
let past: string;
const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: past });

beforeAll(() => {
  past = mkdtempSync(join(tmpdir(), 'bizflow-past-'));
  for (const path of [
    'packages/config',
    'packages/kernel',
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
  git('init', '-q', '--initial-branch=past');
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'past');
});
afterAll(() => rmSync(past, { recursive: true, force: true }));

it('prints the document’s columns, region by region', () => {
  const lines = cost(tree(repository), { environment: 'production', region: id });
  const words = (start: string) => lines.find((line) => line.startsWith(start))?.split(/\s+/);
  const cells = (start: string) => words(start)?.slice(1, 8);
  expect(words('production')?.join(' ')).toBe(`production ${costRows.join(' ')} total committed`);
  const own = costEstimate(committed).filter(
    ({ environment, region }) => environment === 'production' && region === id,
  );
  expect(cells(id)).toEqual([
    ...own.map(({ usd, basis }) => `${usd}${basis === 'scaled' ? '*' : ''}`),
    `${totalUsd(own)}`,
  ]);
});

it('says what moved since a commit, read by the sources of that commit', () => {
  const [moved, total, ...rest] = cost(tree(past), { since: 'HEAD', region: id });
  const [, less] = /^production\/\S+ {2}RDS {2}\d+ -> \d+ {2}\(-(\d+)\)$/.exec(moved ?? '') ?? [];
  expect(moved).toContain(`production/${id} `);
  expect(Number(less)).toBeGreaterThan(0);
  const now = totalUsd(costEstimate(committed).filter(({ region }) => region === id));
  const then = now + Number(less);
  expect(total).toBe(`total  ${then} -> ${now}  (-${less} a month, -${12 * Number(less)} a year)`);
  expect(rest).toEqual([]);
});

it.each([
  ['as printed', (saved: string) => `NX  Generating\n${saved}\n`],
  ['alone', (saved: string) => saved],
  ['over many lines', (saved: string) => JSON.stringify(JSON.parse(saved), null, 2)],
])('says that nothing moved against an estimate of the same facts, %s', (_, written) => {
  const [saved = ''] = cost(tree(repository), { json: true });
  const later = tree(past);
  later.write('before.json', written(saved));
  expect(cost(later, { base: 'before.json' })[0]).toBe('no row moved');
});

it.each([
  [{ since: 'no-such-branch' }, 'REF_UNKNOWN'],
  [{ since: '--output=/tmp/x' }, 'REF_UNKNOWN'],
  [{ region: 'unknown' }, 'OPTION_UNKNOWN'],
  [{ environment: 'staging', region: id }, 'SCOPE_EMPTY'],
  [{ base: 'missing.json' }, 'BASE_UNREADABLE'],
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
  git('checkout', '-q', '-b', 'broken');
  writeFileSync(join(past, sheet), 'export const sheet = {');
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'broken');
  git('checkout', '-q', 'past');
  expect(() => cost(tree(past), { since: 'broken' })).toThrow(/REF_UNREADABLE/);
});
