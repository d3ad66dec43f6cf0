import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, isAligned, merged, overlaps, parseCidr } from './cidr.ts';

const octets = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');

const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const prefix = fc.integer({ min: 0, max: 32 });
const any = fc.tuple(address, prefix).map(([a, p]) => `${octets(a)}/${p}`);

// Blocks that meet by chance would be rare in all of IPv4, so half of them come from one corner.
const near = fc.tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 26, max: 32 }));
const aligned = fc
  .oneof(fc.tuple(address, prefix), near)
  .map(([a, p]) => `${octets(a - (a % 2 ** (32 - p)))}/${p}`);
const corner = near.map(([a, p]) => `${octets(a)}/${p}`);

/** The same range by another road: BigInt and bit masks, as RFC 4632 draws it. */
const oracle = (cidr: string): { first: bigint; last: bigint; prefix: number } => {
  const [quad = '', length = ''] = cidr.split('/');
  const first = quad.split('.').reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
  return { first, last: first + (1n << (32n - BigInt(length))) - 1n, prefix: Number(length) };
};

/** The addresses of a small block, one by one. */
const addresses = (cidr: string): Set<bigint> => {
  const { first, last } = oracle(cidr);
  return new Set(
    Array.from({ length: Number(last - first) + 1 }, (_, step) => first + BigInt(step)),
  );
};

describe('a CIDR block', () => {
  it('has the range that BigInt arithmetic gives it', () => {
    fc.assert(
      fc.property(any, (cidr) => {
        const { first, last, prefix } = oracle(cidr);
        expect(parseCidr(cidr)).toEqual({ first: Number(first), last: Number(last), prefix });
      }),
    );
  });

  it('is aligned exactly when its mask leaves no host bits', () => {
    fc.assert(
      fc.property(any, (cidr) => {
        const { first, prefix } = oracle(cidr);
        const host = (1n << (32n - BigInt(prefix))) - 1n;
        const range = parseCidr(cidr);
        expect(range && isAligned(range)).toBe((first & host) === 0n);
      }),
    );
  });

  it('contains and overlaps exactly as sets of addresses do', () => {
    fc.assert(
      fc.property(corner, corner, (a, b) => {
        const [one, other] = [addresses(a), addresses(b)];
        expect(contains(a, b)).toBe([...other].every((address) => one.has(address)));
        expect(overlaps(a, b)).toBe([...other].some((address) => one.has(address)));
      }),
    );
  });

  it('overlaps another exactly when one contains the other, if both are aligned', () => {
    fc.assert(
      fc.property(aligned, aligned, (a, b) => {
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
      }),
    );
  });

  it('overlaps another whenever the other overlaps it, and always itself', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect([overlaps(a, a), contains(a, a)]).toEqual([true, true]);
      }),
    );
  });
});

describe('the edges of IPv4', () => {
  it('are all of it, its last address and a single address', () => {
    expect(parseCidr('0.0.0.0/0')).toEqual({ first: 0, last: 2 ** 32 - 1, prefix: 0 });
    expect(parseCidr('255.255.255.255/32')).toEqual({
      first: 2 ** 32 - 1,
      last: 2 ** 32 - 1,
      prefix: 32,
    });
    expect(parseCidr('10.0.0.1/32')).toMatchObject({ first: 167_772_161, last: 167_772_161 });
  });

  it('leave nothing outside 0.0.0.0/0', () => {
    fc.assert(fc.property(aligned, (cidr) => contains('0.0.0.0/0', cidr)));
  });

  it('let neighbours touch without overlapping', () => {
    expect(overlaps('10.0.0.0/32', '10.0.0.1/32')).toBe(false);
    expect(overlaps('10.1.0.0/16', '10.2.0.0/16')).toBe(false);
    expect(overlaps('0.0.0.0/1', '128.0.0.0/1')).toBe(false);
  });
});

/** A block without its host bits. */
const alignedTo = (cidr: string): string => {
  const { first, prefix: length } = oracle(cidr);
  const size = 1n << (32n - BigInt(length));
  return `${octets(Number(first - (first % size)))}/${length}`;
};

describe('merged blocks', () => {
  const some = fc.array(corner, { maxLength: 8 });

  it('have exactly the addresses of the blocks that they were made of, each once', () => {
    fc.assert(
      fc.property(some, (blocks) => {
        const [before, after] = [blocks, merged(blocks)].map((all) =>
          all.flatMap((cidr) => [...addresses(alignedTo(cidr))]),
        );
        expect(after).toEqual([...new Set(before)].toSorted((a, b) => Number(a - b)));
      }),
    );
  });

  it('are the fewest: no two of them are the halves of a block', () => {
    fc.assert(
      fc.property(some, (blocks) => {
        const all = merged(blocks).map(oracle);
        const pairs = all.flatMap((a) => all.map((b) => [a, b] as const));
        const halves = pairs.filter(
          ([a, b]) =>
            a.prefix === b.prefix &&
            a.last + 1n === b.first &&
            a.first % (2n * (a.last - a.first + 1n)) === 0n,
        );
        expect(halves).toEqual([]);
      }),
    );
  });

  it('leave other text for a rule to name', () => {
    expect(merged(['10.1.12.0/24', 'everything', '10.1.13.0/24', '10.1.11.0/24'])).toEqual([
      '10.1.11.0/24',
      '10.1.12.0/23',
      'everything',
    ]);
  });
});
