import { exampleFleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';
import { factRules } from './fact-rules.ts';
import { leavesOf } from './leaves.ts';
import { boundBySubject } from './number-kinds.ts';

/** The example fleet with a tenant of its own namespace. */
const withTenant = (change: (draft: object) => unknown = () => undefined) =>
  exampleFleet((draft) => {
    const quota = { pods: 20, cpu: 8, memoryGi: 16 };
    Object.assign(draft, {
      tenants: [{ name: 'acme', country: 'GB', region: 'xx-west-1', quota }],
    });
    change(draft);
  });

// The rules read a region as moves have made it: `catalog`, not its sheet.
const { lock: _lock, charts: _charts, aws: _aws, sheets: _sheets, ...facts } = withTenant();
const generic = (path: string) => path.replaceAll(/\[\d+\]/g, '[0]').replace(/xx-\w+-1/, 'xx');
const numbers = leavesOf(facts).flatMap(([path, value]) =>
  typeof value === 'number' ? [path] : [],
);
/** One fact of each name: `catalog.xx.database.storageGb`. */
const oneEach = [...Map.groupBy(numbers, generic).values()].flatMap(([first]) => first ?? []);

const fleetWith = (path: string, number: number) =>
  withTenant((draft) => {
    const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
    const holder = steps.slice(0, -1).reduce((one, step) => Reflect.get(one, step), draft);
    Reflect.set(holder, steps.at(-1) ?? '', number);
  });

/** The codes of what is said about a fact itself, or about the one that it is a part of. */
const saidOf = (path: string, number: number): readonly string[] => {
  const names = path.replaceAll(/\[\d+\]/g, '').split('.');
  return fleetRules(fleetWith(path, number)).flatMap(({ severity, at, code }) =>
    severity === 'error' &&
    names.includes(
      at
        .replaceAll(/\[[^\]]+\]/g, '')
        .split('.')
        .at(-1) ?? '',
    )
      ? [code]
      : [],
  );
};

it('knows numbers of many subjects, and some that their subject bounds', () => {
  expect(oneEach.length).toBeGreaterThan(70);
  expect(oneEach.filter((path) => boundBySubject.of.test(generic(path))).length).toBeGreaterThan(
    35,
  );
});

it.each(oneEach)('bounds %s on both sides, by its kind or by its subject alone', (path) => {
  const sides = [-1_000_000_000, 1_000_000_000].map((number) => saidOf(path, number));
  const byKind = sides.map((codes) => codes.map((code) => code.startsWith('FACT_')));
  expect(byKind).not.toContainEqual([]);
  expect(new Set(byKind.flat()).size).toBe(1);
  if (boundBySubject.of.test(generic(path))) expect(byKind.flat()).not.toContain(true);
});

it('says of such a fact that it is a number', () => {
  expect(factRules({ database: { storageGb: '500' } })).toEqual([
    expect.objectContaining({ code: 'FACT_NUMBER', reason: 'must be a number' }),
  ]);
});
