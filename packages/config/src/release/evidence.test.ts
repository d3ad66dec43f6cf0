import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gradual } from './canary.ts';
import { abortChance, abortsFrom, findsFrom } from './evidence.ts';

const counts = fc.integer({ min: 1, max: 100_000 });

it('aborts no release whose measured ratio is at the limit or below', () => {
  fc.assert(
    fc.property(counts, (requests) => {
      expect(abortsFrom(gradual, requests)).toBeGreaterThan(gradual.maxErrorRatio * requests);
    }),
  );
});

it('allows less above the limit, the more requests it has', () => {
  fc.assert(
    fc.property(counts, counts, (one, other) => {
      const [few, many] = [Math.min(one, other), Math.max(one, other)];
      // One request more or less is the rounding of a whole number.
      expect((abortsFrom(gradual, many) - 1) / many).toBeLessThanOrEqual(
        abortsFrom(gradual, few) / few,
      );
    }),
  );
});

it('asks for some failed requests even where there are hardly any', () => {
  expect([1, 2, 50, 100].map((requests) => abortsFrom(gradual, requests))).toEqual([3, 3, 3, 3]);
});

it('knows how often a coin that falls on its edge is an abort', () => {
  const certain = { maxErrorRatio: 0.01, deviations: 0, minFailures: 1 };
  expect(abortChance(certain, 10, 0.1)).toBeCloseTo(1 - 0.9 ** 10, 12);
  expect(abortChance({ ...certain, minFailures: 2 }, 3, 0.5)).toBeCloseTo(0.5, 12);
  expect(abortChance(certain, 10, 1)).toBe(1);
  expect(abortChance({ ...certain, minFailures: 11 }, 10, 1)).toBe(0);
});

it('finds smaller faults with more requests', () => {
  const found = [20, 100, 300, 1500, 10_000].map((requests) => findsFrom(gradual, requests));
  expect(found).toEqual(found.toSorted((a, b) => b - a));
  expect(findsFrom(gradual, 1)).toBe(1000);
});
