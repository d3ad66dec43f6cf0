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
export function parseCidr(cidr: string): AddressRange | undefined {
  const parts = shape.exec(cidr)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts;
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return undefined;
  const first = ((a * 256 + b) * 256 + c) * 256 + d;
  return { first, last: first + 2 ** (32 - prefix) - 1, prefix };
}

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
