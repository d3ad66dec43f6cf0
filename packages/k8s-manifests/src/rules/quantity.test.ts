import fc from 'fast-check';
import { expect, it } from 'vitest';
import { durationSeconds, quantity } from './quantity.ts';

it('reads a quantity in every unit as its number', () => {
  expect(['500m', '2', '1.5', '3k', '512Mi', '2Gi', '1Ti'].map(quantity)).toEqual([
    ...[0.5, 2, 1.5, 3000, 2 ** 29, 2 ** 31, 2 ** 40],
  ]);
  expect(['', 'x', '1Q', '-1', undefined].map(quantity)).toEqual(Array(5).fill(Number.NaN));
});

it('reads a duration back, however its hours, minutes and seconds are written', () => {
  const part = fc.integer({ min: 0, max: 99 });
  fc.assert(
    fc.property(part, part, part, (h, m, s) => {
      const total = 3600 * h + 60 * m + s;
      expect(durationSeconds(`${h}h${m}m${s}s`)).toBe(total);
      expect(durationSeconds(`${total}s`)).toBe(total);
      expect(durationSeconds(total)).toBe(total);
    }),
  );
  expect(['', 'soon', '5', '5 m', undefined].map(durationSeconds)).toEqual([
    ...[Number.NaN, Number.NaN, 5, Number.NaN, Number.NaN],
  ]);
});
