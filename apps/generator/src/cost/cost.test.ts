import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costEstimate, costRows, totalUsd } from '@bizflow/config/cost';
import { committed, loner } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { FsTree } from 'nx/src/generators/tree.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GeneratorError } from '../error.ts';
import { cost } from './cost.ts';
import { savedEstimate } from './saved-estimate.ts';

const { id } = loner;
const sheet = `packages/region-catalog/src/regions/${id}.ts`;
const root = `terraform/environments/production/${id}/rds.tf.json`;
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
    'charts.lock.json',
    'images.lock.json',
    'terraform',
    'gitops',
  ]) {
    cpSync(join(repository, path), join(past, path), {
      recursive: true,
      filter: (from) => !/\/(?:node_modules|dist|\.terraform)$/.test(from),
    });
  }
  const text = readFileSync(join(past, sheet), 'utf8');
  writeFileSync(
    join(past, sheet),
    text.replace(/instance: 'db\.[^']+'/, "instance: 'db.r6g.4xlarge'"),
  );
  const plan = readFileSync(join(past, root), 'utf8');
  writeFileSync(join(past, root), plan.replace(/"db\.r6g\.[^"]+"/, '"db.r6g.4xlarge"'));
  git('init', '-q', '--initial-branch=past');
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'past');
  symlinkSync(join(repository, 'node_modules'), join(past, 'node_modules'));
});
afterAll(() => rmSync(past, { recursive: true, force: true }));

const ofRegion = cost(tree(repository), { environment: 'production', region: id });

it('prints the document’s columns, region by region', async () => {
  const lines = await ofRegion;
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

it('prints what is rendered beside it, with the load balancers of the cluster, and names what it leaves out', async () => {
  const lines = await ofRegion;
  const [, second = ''] = lines.join('\n').split('What is rendered');
  const [, total, budget] = new RegExp(`^${id} .* (\\d+) +(\\d+)$`, 'm').exec(second) ?? [];
  expect(Number(total)).toBeGreaterThan(0);
  expect(Number(budget)).toBeGreaterThanOrEqual(Number(total));
  expect(second).toMatch(/^ +\d+ {2}3 load balancer$/m);
  expect(second).toContain('aws_s3_bucket: gigabytes');
});

it('says what moved since a commit, read by the sources and the rendered files of that commit', async () => {
  // The work tree is rendered as it is committed here; only the past had the larger database.
  for (const path of [sheet, root])
    writeFileSync(join(past, path), readFileSync(join(repository, path)));
  const lines = await cost(tree(past), { since: 'HEAD', region: id });
  git('checkout', '-q', '.');
  const [document, rendered] = [lines.slice(1, 3), lines.slice(4)];
  const moved = /^ {2}production\/\S+ {2}(.+) {2}\d+ -> \d+ {2}\(-(\d+)\)$/;
  const [, row, less] = moved.exec(document[0] ?? '') ?? [];
  expect(row).toBe('RDS');
  const now = totalUsd(costEstimate(committed).filter(({ region }) => region === id));
  const then = now + Number(less);
  expect(document[1]).toBe(
    `  total  ${then} -> ${now}  (-${less} a month, -${12 * Number(less)} a year)`,
  );
  const things = rendered.flatMap((line) => moved.exec(line)?.slice(1, 2) ?? []);
  expect(things.toSorted()).toEqual(['vCPU in Database Insights', 'vCPU of PostgreSQL (db.r6g)']);
});

it('says that nothing moved against an estimate of the same facts, as Nx prints it', async () => {
  const [saved = ''] = await cost(tree(repository), { json: true });
  const later = tree(repository);
  later.write('before.json', `NX  Generating\n${saved}\n`);
  const lines = await cost(later, { base: 'before.json' });
  expect(lines.filter((line) => line === '  nothing moved')).toHaveLength(2);
});

it.each([
  ['alone', (saved: string) => saved],
  ['over many lines', (saved: string) => JSON.stringify(JSON.parse(saved), null, 2)],
])('reads an estimate that was saved %s', (_, written) => {
  const estimate = { document: costEstimate(committed), rendered: [], unpriced: [] };
  expect(savedEstimate('before.json', written(JSON.stringify(estimate)))).toEqual(estimate);
});

it.each(['{ "images": {} }', 'no JSON', null])('takes %s for no estimate', (text) => {
  expect(() => savedEstimate('before.json', text)).toThrow(
    /BASE_UNREADABLE {2}--base = before\.json/,
  );
});

it.each([
  [{ since: 'no-such-branch' }, 'REF_UNKNOWN'],
  [{ since: '--output=/tmp/x' }, 'REF_UNKNOWN'],
  [{ region: 'unknown' }, 'OPTION_UNKNOWN'],
  [{ environment: 'staging', region: id }, 'SCOPE_EMPTY'],
  [{ base: 'missing.json' }, 'BASE_UNREADABLE'],
])('refuses %o with %s', async (options, code) => {
  const refused = await cost(tree(past), options).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(GeneratorError);
  expect((refused as GeneratorError).problems.map((problem) => problem.code)).toEqual([code]);
});

it('names a commit whose facts cannot be read', async () => {
  git('checkout', '-q', '-b', 'broken');
  writeFileSync(join(past, sheet), 'export const sheet = {');
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qm', 'broken');
  git('checkout', '-q', 'past');
  await expect(cost(tree(past), { since: 'broken' })).rejects.toThrow(/REF_UNREADABLE/);
});
