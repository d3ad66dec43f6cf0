import { exampleFleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';
import { factRules } from './fact-rules.ts';
import { leavesOf } from './leaves.ts';
import { boundBySubject } from './number-kinds.ts';

// The rules read a region as moves have made it: `catalog`, not its sheet.
const { lock: _lock, charts: _charts, aws: _aws, sheets: _sheets, ...facts } = exampleFleet();
const generic = (path: string) => path.replaceAll(/\[\d+\]/g, '[0]');
const bound = leavesOf(facts)
  .map(([path]) => path)
  .filter((path) => boundBySubject.of.test(generic(path)));
/** One fact of each name: `storageGb`. */
const oneEach = [...Map.groupBy(bound, (path) => path.split('.').at(-1)).values()].flatMap(
  ([first]) => first ?? [],
);

/** The example fleet with another number at a path. */
const fleetWith = (path: string, number: number) =>
  exampleFleet((draft) => {
    const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
    const holder = steps
      .slice(0, -1)
      .reduce((one, step) => Reflect.get(one, step), draft as object);
    Reflect.set(holder, steps.at(-1) ?? '', number);
  });

it('knows facts of several subjects', () => {
  expect(oneEach.length).toBeGreaterThan(15);
});

it.each(oneEach)('leaves the bounds of %s to its subject, which has both', (path) => {
  for (const number of [-1_000_000_000, 1_000_000_000]) {
    const said = fleetRules(fleetWith(path, number)).filter(({ severity }) => severity === 'error');
    expect(said.map(({ code }) => code)).not.toEqual([]);
    expect(said.filter(({ code }) => code.startsWith('FACT_'))).toEqual([]);
  }
});

it('says of such a fact that it is a number', () => {
  expect(factRules({ database: { storageGb: '500' } })).toEqual([
    expect.objectContaining({ code: 'FACT_NUMBER', reason: 'must be a number' }),
  ]);
});
