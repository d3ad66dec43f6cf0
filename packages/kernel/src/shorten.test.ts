import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it('repeats what is short', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (value) => {
      expect(shorten(value)).toBe(value);
    }),
  );
});

it('cuts long text and states its length', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 81, maxLength: 2000 }), (value) => {
      expect(shorten(value)).toBe(`${value.slice(0, 80)}... (${value.length} characters)`);
    }),
  );
});
