import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64, byteLength, utf8 } from './utf8.ts';

it('agrees with Node on every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text));
      expect(byteLength(text)).toBe(Buffer.byteLength(text));
      expect(base64(text)).toBe(Buffer.from(text).toString('base64'));
    }),
  );
});
