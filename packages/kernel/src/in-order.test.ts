import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

it('gives one text to values that differ only in the order of their members', () => {
  const one = { b: [2, { d: 1, c: null }], a: 'text' };
  const other = { a: 'text', b: [2, { c: null, d: 1 }] };
  expect(JSON.stringify(one, inOrder)).toBe('{"a":"text","b":[2,{"c":null,"d":1}]}');
  expect(JSON.stringify(other, inOrder)).toBe(JSON.stringify(one, inOrder));
});

it('loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // In another order there are the same characters.
      const [plain, ordered] = [JSON.stringify(value), JSON.stringify(value, inOrder)];
      expect([...ordered].sort()).toEqual([...plain].sort());
    }),
  );
});
