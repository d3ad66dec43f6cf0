import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDay } from './day.ts';

const two = (number: number): string => String(number).padStart(2, '0');

it('knows the days of this century, as JavaScript does', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(14), fc.nat(33), (year, month, day) => {
      const text = `20${two(year)}-${two(month)}-${two(day)}`;
      const read = new Date(`${text}T00:00Z`);
      // JavaScript reads 30 February as 2 March.
      const isRead = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
      expect(isDay(text)).toBe(isRead);
    }),
    { numRuns: 2000 },
  );
});

it.each(['2027-02-29', '2026-2-3', '1999-12-31', '2026-02-28 ', ''])('refuses %j', (text) => {
  expect(isDay(text)).toBe(false);
});
