import { expect, it } from 'vitest';
import { freeze } from './freeze.ts';

it('returns the value itself, and ignores values that are not objects', () => {
  const value = { in: [{ depth: 1 }] };
  expect(freeze(value)).toBe(value);
  expect(Object.isFrozen(value.in[0])).toBe(true);
  expect([freeze(null), freeze('text'), freeze(7)]).toEqual([null, 'text', 7]);
});
