import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checksum } from './checksum.ts';

const texts = fc.dictionary(fc.string(), fc.string());

it('is the same for the same content in any order', () => {
  fc.assert(
    fc.property(texts, (content) => {
      const reversed = Object.fromEntries(Object.entries(content).toReversed());
      expect(checksum(reversed)).toBe(checksum(content));
    }),
  );
});

it('changes with a value, with a name, and with a text that moves between them', () => {
  fc.assert(
    fc.property(
      texts,
      fc.string(),
      fc.string(),
      fc.string({ minLength: 1 }),
      (rest, key, value, more) => {
        const base = checksum({ ...rest, [key]: value });
        expect(checksum({ ...rest, [key]: value + more })).not.toBe(base);
        if (!Object.hasOwn(rest, key + more)) {
          expect(checksum({ ...rest, [key]: value, [key + more]: '' })).not.toBe(base);
        }
      },
    ),
  );
});

it('is eight hexadecimal digits, which fit a label', () => {
  fc.assert(
    fc.property(texts, (content) => {
      expect(checksum(content)).toMatch(/^[0-9a-f]{8}$/);
    }),
  );
});

it('stays the same: another checksum would release every service again', () => {
  expect(checksum({})).toBe('741638a5');
  expect(checksum({ LOG_LEVEL: 'info' })).toBe('34aa792e');
});
