import { onceForText } from './once.ts';

/** The addresses of a CIDR block as numbers, both ends included. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

// No leading zeros: Go and Terraform refuse 010.1.0.0, and C reads it as octal.
const number = '(0|[1-9][0-9]{0,2})';
const shape = new RegExp(`^${number}\\.${number}\\.${number}\\.${number}/${number}$`);

/** The block's range, or `undefined` when the text is not an IPv4 CIDR (RFC 4632). Host bits are kept. */
export const parseCidr = onceForText((cidr): AddressRange | undefined => {
  const parts = shape.exec(cidr)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts;
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return undefined;
  const first = ((a * 256 + b) * 256 + c) * 256 + d;
  return { first, last: first + 2 ** (32 - prefix) - 1, prefix };
});

/** Whether the block starts on a multiple of its own size, as AWS requires. */
export const isAligned = ({ first, prefix }: AddressRange): boolean =>
  first % 2 ** (32 - prefix) === 0;

/** Whether every address of `inner` lies in `outer`; never for text that is not a CIDR. */
export function contains(outer: string, inner: string): boolean {
  const [a, b] = [parseCidr(outer), parseCidr(inner)];
  return a !== undefined && b !== undefined && a.first <= b.first && b.last <= a.last;
}

/** Whether two blocks share an address; never for text that is not a CIDR. */
export function overlaps(one: string, other: string): boolean {
  const [a, b] = [parseCidr(one), parseCidr(other)];
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

/** An address as people write it, `10.0.0.1`, of its number. */
export const dotted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');

/**
 * The fewest blocks that have exactly the addresses of some blocks, in their order. Host bits go; text that is not a
 * CIDR stays as it is, at the end.
 */
export function merged(cidrs: readonly string[]): readonly string[] {
  const blocks = cidrs
    .flatMap((cidr) => parseCidr(cidr) ?? [])
    .map(({ first, prefix }) => ({ first: first - (first % 2 ** (32 - prefix)), prefix }))
    .toSorted((one, other) => one.first - other.first || one.prefix - other.prefix);
  const joined: { readonly first: number; readonly prefix: number }[] = [];
  for (const { first, prefix } of blocks) {
    const last = joined.at(-1);
    // Sorted, so a block that starts inside the last one lies in it.
    if (last !== undefined && first < last.first + 2 ** (32 - last.prefix)) continue;
    joined.push({ first, prefix });
    for (let pair = halves(joined); pair !== undefined; pair = halves(joined))
      joined.splice(-2, 2, pair);
  }
  const others = cidrs.filter((cidr) => parseCidr(cidr) === undefined);
  return [...joined.map(({ first, prefix }) => `${dotted(first)}/${prefix}`), ...others];
}

/** The block whose two halves the last two are. */
const halves = (blocks: readonly { readonly first: number; readonly prefix: number }[]) => {
  const [one, other] = blocks.slice(-2);
  if (one === undefined || other === undefined || one.prefix !== other.prefix) return undefined;
  const size = 2 ** (32 - one.prefix);
  return one.first + size === other.first && one.first % (2 * size) === 0
    ? { first: one.first, prefix: one.prefix - 1 }
    : undefined;
};
