import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, overlaps, parseCidr } from './cidr.ts';

const octet = fc.integer({ min: 0, max: 255 });
const block = fc
  .tuple(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 }))
  .map(([a, b, c, d, prefix]) => `${a}.${b}.${c}.${d}/${prefix}`);

/** The text of a range, written another way than it was read. */
const written = (first: number, prefix: number): string =>
  `${[24, 16, 8, 0].map((shift) => (first >>> shift) & 255).join('.')}/${prefix}`;

describe('text that is not a CIDR block', () => {
  it.each([
    '',
    '10.0.0.0',
    '10.0.0/8',
    '10.0.0.0.0/8',
    '256.0.0.0/8',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8 ',
    ' 10.0.0.0/8',
    '10.0.0.0/8\n',
    '010.0.0.0/8',
    '10.0.0.0/08',
    '1e1.0.0.0/8',
    '0x0a.0.0.0/8',
    '+10.0.0.0/8',
    '١٠.0.0.0/8',
    '::/0',
  ])('is not parsed, contained or overlapped: %j', (text) => {
    expect(parseCidr(text)).toBeUndefined();
    expect([contains('0.0.0.0/0', text), contains(text, text)]).toEqual([false, false]);
    expect([overlaps('0.0.0.0/0', text), overlaps(text, text)]).toEqual([false, false]);
  });

  it('is whatever does not read back as the same text', () => {
    const almost = fc.stringMatching(/^[0-9./]{1,18}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost, block), (text) => {
        const range = parseCidr(text);
        if (range) expect(written(range.first, range.prefix)).toBe(text);
      }),
    );
  });
});
