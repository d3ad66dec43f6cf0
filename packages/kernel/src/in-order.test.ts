import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

const text = (value: unknown): string => JSON.stringify(inOrder(value));

it('gives one text to values that differ only in the order of their members', () => {
  const one = { b: [2, { d: 1, c: null }], a: 'text' };
  const other = { a: 'text', b: [2, { c: null, d: 1 }] };
  expect(text(one)).toBe('{"a":"text","b":[2,{"c":null,"d":1}]}');
  expect(text(other)).toBe(text(one));
});

it('loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // In another order there are the same characters.
      const [plain, ordered] = [JSON.stringify(value), text(value)];
      expect([...ordered].sort()).toEqual([...plain].sort());
    }),
  );
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])(
  'refuses %d, which JSON does not have',
  (number) => {
    expect(() => inOrder({ a: [number] })).toThrow(new TypeError(`JSON has no number ${number}`));
  },
);
