import fc from 'fast-check';
import { expect, it } from 'vitest';
import { child, valueAt } from './pointer.ts';

it('finds a member by the pointer to it, whatever its name', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (keys) => {
      const pointer = keys.reduce(child, '');
      const nested = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), 'found');
      // An object's own prototype is not a member that JSON can have.
      fc.pre(!keys.includes('__proto__'));
      expect(valueAt(nested, pointer)).toBe('found');
    }),
  );
});

it('finds nothing below what has no members', () => {
  expect(valueAt({ a: 'text' }, '/a/b')).toBeUndefined();
  expect(valueAt(null, '/a')).toBeUndefined();
});
