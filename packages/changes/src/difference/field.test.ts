import { valueAt } from '@bizflow/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldChanges } from './field.ts';

const json = fc.jsonValue({ maxDepth: 4 });

describe('the differences of two values', () => {
  it('are none exactly when the values are the same', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(fieldChanges(one, structuredClone(one))).toEqual([]);
        const isSame = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
        expect(fieldChanges(one, other).length === 0).toBe(isSame);
      }),
    );
  });

  it('are the same both ways, with before and after swapped', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const there = fieldChanges(one, other).map(({ field, before, after }) => [
          field,
          before,
          after,
        ]);
        const back = fieldChanges(other, one).map(({ field, before, after }) => [
          field,
          after,
          before,
        ]);
        const texts = (all: typeof there) => all.map((each) => JSON.stringify(each)).sort();
        expect(texts(back)).toEqual(texts(there));
      }),
    );
  });

  it('point into the newer value, where the field is still there', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        for (const { at, after } of fieldChanges(one, other)) {
          if (after !== undefined) expect(valueAt(other, at)).toEqual(after);
        }
      }),
    );
  });

  it('compare members of a list by their names, wherever they are', () => {
    const [a, b] = [
      { name: 'a', value: 1 },
      { name: 'b', value: 2 },
    ];
    expect(fieldChanges([a, b], [a, { name: 'c' }, { ...b, value: 3 }])).toEqual([
      { at: '/2/value', field: '/b/value', before: 2, after: 3 },
      { at: '/1', field: '/c', before: undefined, after: { name: 'c' } },
    ]);
  });

  it('show that members with names are in another order', () => {
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    expect(fieldChanges({ of: [a, b] }, { of: [b, a] })).toEqual([
      { at: '/of', field: '/of', before: [a, b], after: [b, a] },
    ]);
  });

  it('are one member that comes into a list, and not all behind it', () => {
    const [one, two, three] = [{ weight: 1 }, { weight: 2 }, { pause: {} }];
    expect(fieldChanges([one, three], [one, two, three])).toEqual([
      { at: '/1', field: '/1', before: undefined, after: two },
    ]);
  });

  it('show a list of plain values as one value', () => {
    expect(fieldChanges({ serves: ['GB'] }, { serves: ['GB', 'IE'] })).toEqual([
      { at: '/serves', field: '/serves', before: ['GB'], after: ['GB', 'IE'] },
    ]);
  });
});

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(members)
      .sort()
      .map((key) => [key, sorted(members[key])]),
  );
};
