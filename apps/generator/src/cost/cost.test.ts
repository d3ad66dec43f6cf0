import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costEstimate, costRows, totalUsd } from '@bizflow/config';
import { FsTree } from 'nx/src/generators/tree.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GeneratorError } from '../error.ts';
import { realFleet } from '../testing/fleet.ts';
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
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'past');
});
afterAll(() => rmSync(past, { recursive: true, force: true }));

it('prints the document’s columns, region by region', () => {
  const lines = cost(tree(repository), { environment: 'production', region: 'me-south-1' });
  const words = (start: string) => lines.find((line) => line.startsWith(start))?.split(/\s+/);
  const cells = (start: string) => words(start)?.slice(1, 8);
  expect(words('production')?.join(' ')).toBe(`production ${costRows.join(' ')} total committed`);
  const own = costEstimate(realFleet()).filter(
    ({ environment, region }) => environment === 'production' && region === 'me-south-1',
  );
  expect(cells('me-south-1')).toEqual([
    ...own.map(({ usd, basis }) => `${usd}${basis === 'scaled' ? '*' : ''}`),
    `${totalUsd(own)}`,
  ]);
  // The document's own prices, of what a new service does not share.
  expect(cells('me-south-1')?.slice(1, 6)).toEqual(['600', '200', '100', '200', '150']);
});

it('says what moved since a commit, read by the sources of that commit', () => {
  const [moved, total, ...rest] = cost(tree(past), { since: 'HEAD', region: 'eu-west-2' });
  const less = /^production\/eu-west-2 {2}RDS {2}\d+ -> 600 {2}\(-(\d+)\)$/.exec(moved ?? '')?.[1];
  expect(Number(less)).toBeGreaterThan(0);
  const now = totalUsd(costEstimate(realFleet()).filter(({ region }) => region === 'eu-west-2'));
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
  [{ region: 'nowhere' }, 'OPTION_UNKNOWN'],
  [{ environment: 'staging', region: 'eu-west-2' }, 'SCOPE_EMPTY'],
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
