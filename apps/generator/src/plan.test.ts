import { committed, loner } from '@bizflow/config/testing';
import { reversed } from '@bizflow/testing/reversed';
import { describe, expect, it } from 'vitest';
import { syntheticFleet } from '../bench/fleet.ts';
import { isError, plan } from './plan.ts';

const texts = ({ files }: ReturnType<typeof plan>) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

describe('plan', () => {
  it.each([
    [4, 2],
    [30, 3],
    [2, 40],
  ])(
    'is sound for a fleet of %i regions and %i services, which the benchmark renders',
    (regions, services) => {
      const { files, problems } = plan(syntheticFleet(regions, services), {});
      expect(problems.filter(isError)).toEqual([]);
      expect(files.length).toBeGreaterThan(regions * services * 15);
    },
  );

  it('is without problems for the real fleet, except for placeholders and prices', () => {
    const { files, problems } = plan(committed, {});
    expect(problems.filter(isError)).toEqual([]);
    // A new region has no price yet.
    const expected = ['PLACEHOLDER_VALUE', 'COST_UNPRICED'];
    expect(problems.filter(({ code }) => !expected.includes(code))).toEqual([]);
    expect(files.length).toBeGreaterThan(200);
  });

  it('gives the same bytes twice, and whatever the order of the keys in the data', () => {
    const first = texts(plan(committed, {}));
    expect(texts(plan(committed, {}))).toEqual(first);
    expect(texts(plan(reversed(committed), {}))).toEqual(first);
  });

  it('claims each path, and each object of a cluster, once', () => {
    const paths = plan(committed, {}).files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('plans no file while there is an error, and reports the warnings with it', () => {
    const facts = committed;
    const [first] = facts.services;
    const doubled = { ...facts, services: first ? [...facts.services, first] : [] };
    const { files, problems } = plan(doubled, {});
    expect(files).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('SERVICE_NAME_TWICE');
  });

  it.each([
    [{ environment: 'staging' }, /^(gitops|install|terraform\/environments)\/staging\//],
    [
      { region: loner.id },
      new RegExp(`^(gitops|install|terraform/environments)/[^/]+/(links/)?${loner.id}/`),
    ],
    [{ service: 'api' }, /\/services\/api\//],
    [{ environment: 'staging', service: 'api' }, /^gitops\/staging\/[^/]+\/services\/api\//],
  ])('plans exactly the part that %j names', (scope, part) => {
    const all = plan(committed, {}).files.map(({ path }) => path);
    const some = plan(committed, scope).files.map(({ path }) => path);
    expect(some).toEqual(all.filter((path) => part.test(path)));
    expect(some.length).toBeGreaterThan(0);
  });

  it('knows no environment, region or service that the fleet does not have', () => {
    for (const option of ['environment', 'region', 'service']) {
      const { files, problems } = plan(committed, { [option]: 'nope' });
      expect(files).toEqual([]);
      expect(problems.filter(isError)).toMatchObject([
        { code: 'OPTION_UNKNOWN', at: `--${option}`, value: 'nope' },
      ]);
    }
  });
});
