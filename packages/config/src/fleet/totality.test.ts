import { plain } from '@bizflow/config/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clusters } from '../clusters/clusters.ts';
import { fleetRules } from './fleet-rules.ts';

interface Leaf {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

const leavesOf = (holder: object): Leaf[] =>
  Object.entries(holder).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value)
      : [{ holder: holder as Record<string, unknown>, key }],
  );

const listsOf = (holder: object): unknown[][] =>
  Object.values(holder).flatMap((value) =>
    typeof value === 'object' && value !== null
      ? [...(Array.isArray(value) ? [value] : []), ...listsOf(value)]
      : [],
  );

// Also the names of what every object inherits, and texts that mean something elsewhere.
const texts = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '../', 'staging'),
  fc.constantFrom(...leavesOf(plain()).map(({ holder, key }) => String(holder[key]))),
);
const numbers = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, NaN, Infinity));
const edit = fc.record({ place: fc.nat(), text: texts, number: numbers, truth: fc.boolean() });

type Edit = ReturnType<typeof edit.generate>['value'];

const apply = (fleet: object, { place, text, number, truth }: Edit) => {
  const leaves = leavesOf(fleet);
  const leaf = leaves[place % leaves.length];
  const kind = leaf && typeof leaf.holder[leaf.key];
  if (leaf && kind === 'string') leaf.holder[leaf.key] = text;
  if (leaf && kind === 'number') leaf.holder[leaf.key] = number;
  if (leaf && kind === 'boolean') leaf.holder[leaf.key] = truth;
};

it('never throws, whatever strings, numbers and booleans a fleet has', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const fleet = plain();
      for (const each of edits) apply(fleet, each);
      for (const { code, at, value, reason, remedy } of fleetRules(fleet)) {
        expect([code, at, reason, remedy].every((words) => words !== '')).toBe(true);
        expect(typeof value).toBe('string');
      }
      expect(() => clusters(fleet)).not.toThrow();
    }),
    { numRuns: 100 },
  );
});

it('never throws, whatever its lists and maps have lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(3)), { maxLength: 4 }), (cuts) => {
      const fleet = plain();
      for (const [place, length] of cuts) {
        const lists = listsOf(fleet);
        lists[place % lists.length]?.splice(length);
      }
      expect(() => fleetRules(fleet)).not.toThrow();
      const maps = [
        fleet.assigned.clusters,
        fleet.assigned.accounts,
        ...Object.values(fleet.lock.images),
      ];
      for (const [place] of cuts) {
        const map = maps[place % maps.length] ?? {};
        Reflect.deleteProperty(map, Object.keys(map)[0] ?? '');
      }
      expect(() => fleetRules(fleet)).not.toThrow();
    }),
    { numRuns: 60 },
  );
});
