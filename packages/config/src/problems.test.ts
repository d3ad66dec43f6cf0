import { readdirSync, readFileSync } from 'node:fs';
import { breakages, committed, exampleFleet, nth, plain } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { fleetProblems } from './problems.ts';

it('finds nothing in the committed fleet but examples that AWS has yet to replace', () => {
  for (const { code, severity } of fleetProblems(committed)) {
    expect([code, severity]).toEqual(['EXAMPLE_VALUE', 'warning']);
  }
});

it('names every example: accounts, workspaces, security groups and digests', () => {
  const draft = structuredClone(committed);
  const values = [
    ...Object.values(draft.minted.accounts),
    ...Object.values(draft.minted.keys).flatMap((keys) => Object.values(keys ?? {})),
    ...Object.values(draft.minted.datastores),
    ...Object.values(draft.minted.clusters).flatMap((minted) => Object.values(minted ?? {})),
    ...Object.values(draft.lock.images).flatMap((images) => Object.values(images)),
    draft.tenancy.client,
  ];
  for (const value of values) Object.assign(value ?? {}, { example: true });
  const found = fleetProblems(draft).map(({ at }) => at);
  expect(found).toHaveLength(values.length);
  expect(new Set(found).size).toBe(found.length);
});

it('finds nothing at all once every example is replaced', () => {
  expect(fleetProblems(plain())).toEqual([]);
});

it('finds nothing in the example fleet, so that what breaks it is all that is wrong', () => {
  expect(fleetProblems(exampleFleet())).toEqual([]);
});

it.each(breakages)('reports $sentence with exactly its codes', ({ change, codes }) => {
  expect(fleetProblems(exampleFleet(change)).map(({ code }) => code)).toEqual(codes);
});

it('shows every code of the rules to fire', () => {
  const rules = new URL('./rules/', import.meta.url);
  const written = readdirSync(rules)
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, rules), 'utf8'))
    .flatMap((source) => source.match(/(?<=')[A-Z]+(?:_[A-Z]+)+(?=')/g) ?? []);
  const shown = breakages.flatMap(({ codes }) => codes);
  expect(new Set(written).size).toBeGreaterThan(10);
  expect([...new Set(written)].filter((code) => !shown.includes(code))).toEqual([]);
});

it('reports all that is wrong at once, the catalog first', () => {
  const broken = exampleFleet((draft) => {
    draft.catalog['xx-west-1'].country = 'UK';
    nth(draft.services, 0).port = 80;
    delete draft.lock.images.production.api;
  });
  const codes = fleetProblems(broken).map(({ code }) => code);
  expect(codes[0]).toBe('COUNTRY_UNKNOWN');
  expect(codes).toEqual(expect.arrayContaining(['SERVICE_PORT', 'IMAGE_NOT_PINNED']));
});

it('never echoes a name of 300 characters in full', () => {
  const long = 'a'.repeat(300);
  const broken = exampleFleet((draft) => {
    Object.assign(nth(draft.services, 0), { name: long, healthPath: long, port: 0 });
    const { sites } = nth(draft.environments, 1);
    if (typeof sites !== 'string') nth(sites, 0).region = long;
  });
  const said = fleetProblems(broken);
  expect(said.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['SERVICE_NAME', 'SERVICE_HEALTH_PATH', 'IMAGE_NOT_PINNED']),
  );
  expect(JSON.stringify(said)).not.toContain('a'.repeat(300));
});
