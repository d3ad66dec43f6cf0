import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakages, committed, exampleFleet, nth, plain } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { fleetRules } from './fleet-rules.ts';

/** What the rules say of a fleet, without regions that have no price yet. */
const priced = (...[fleet]: Parameters<typeof fleetRules>) =>
  fleetRules(fleet).filter(({ code }) => code !== 'COST_UNPRICED');

it('finds nothing in the committed fleet but placeholders and guesses', () => {
  for (const { code, severity } of priced(committed)) {
    expect([code, severity]).toEqual(['PLACEHOLDER_VALUE', 'warning']);
  }
});

it('names every placeholder: accounts, workspaces, clients, digests and guesses', () => {
  const draft = structuredClone(committed);
  const values = [
    ...Object.values(draft.assigned.accounts),
    ...Object.values(draft.assigned.keys).flatMap((keys) => Object.values(keys ?? {})),
    ...Object.values(draft.assigned.datastores),
    ...Object.values(draft.assigned.signing),
    ...Object.values(draft.assigned.gitHubApp),
    ...Object.values(draft.assigned.clusters).flatMap((own) => Object.values(own ?? {})),
    ...Object.values(draft.lock.images).flatMap((images) => Object.values(images)),
    draft.tenancy.client,
    ...Object.values(draft.guesses),
  ];
  for (const value of values) Object.assign(value ?? {}, { placeholder: true });
  const found = priced(draft).map(({ at }) => at);
  expect(found).toHaveLength(values.length);
  expect(new Set(found).size).toBe(found.length);
});

it('finds nothing at all once every placeholder is replaced', () => {
  expect(priced(plain())).toEqual([]);
});

it('finds nothing in the example fleet, so that what breaks it is all that is wrong', () => {
  expect(fleetRules(exampleFleet())).toEqual([]);
});

it.each(breakages)('reports $sentence with exactly its codes', ({ change, codes }) => {
  expect(fleetRules(exampleFleet(change)).map(({ code }) => code)).toEqual(codes);
});

it('shows every code of the rules to fire', () => {
  // The rules of the edge policy, of a failover and of policies outside the fleet have their own tests.
  const written = globSync('../*/*-{rules,kinds}.ts', { cwd: import.meta.dirname })
    .filter(
      (path) =>
        !/\/(commit-signature|confirmation|edge-catalog|empty|failover|order|account|common-name|controller-key|delivery|right|data-store|destination|freeze|image-admission|metric|node-policy|policy-controller|rollout-policy|secret-name|service-role|variable|window)-rules\.ts$/.test(
          path,
        ),
    )
    .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'))
    .flatMap((source) => source.match(/(?<=')[A-Z]+(?:_[A-Z]+)+(?=')/g) ?? []);
  const shown = breakages.flatMap(({ codes }) => codes);
  expect(new Set(written).size).toBeGreaterThan(40);
  expect([...new Set(written)].filter((code) => !shown.includes(code))).toEqual([]);
});

it('reports all that is wrong at once, the catalog first', () => {
  const broken = exampleFleet((draft) => {
    draft.catalog['xx-west-1'].country = 'UK';
    nth(draft.services, 0).port = 80;
    delete draft.lock.images.production.api;
  });
  const codes = fleetRules(broken).map(({ code }) => code);
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
  const said = fleetRules(broken);
  expect(said.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['SERVICE_NAME', 'SERVICE_HEALTH_PATH', 'IMAGE_NOT_PINNED']),
  );
  expect(JSON.stringify(said)).not.toContain('a'.repeat(300));
});
