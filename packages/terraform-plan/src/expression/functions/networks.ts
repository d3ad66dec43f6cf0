import { asText, type Value } from '../value.ts';
import type { Functions } from './functions.ts';

const toNumber = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const toAddress = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');

interface Block {
  readonly start: number;
  readonly bits: number;
}

const block = (value: Value): Block => {
  const [address = '', bits = ''] = asText(value).split('/');
  const size = 2 ** (32 - Number(bits));
  return { start: Math.floor(toNumber(address) / size) * size, bits: Number(bits) };
};

const subnet = ({ start, bits }: Block, more: number, index: number): string => {
  const size = 2 ** (32 - bits - more);
  if (bits + more > 32 || index >= 2 ** more) throw new Error(`no subnet ${index} of /${bits}`);
  return `${toAddress(start + index * size)}/${bits + more}`;
};

/** Consecutive subnets, each starting at a multiple of its own size. */
const subnets = (of: Block, extra: readonly number[]): readonly string[] => {
  let next = of.start;
  return extra.map((more) => {
    const size = 2 ** (32 - of.bits - more);
    const start = Math.ceil(next / size) * size;
    next = start + size;
    return `${toAddress(start)}/${of.bits + more}`;
  });
};

/** Functions on IPv4 blocks. */
export const networks: Functions = {
  cidrhost: (of = '', index = 0) => {
    const { start, bits } = block(of);
    const at = Number(index);
    return toAddress(start + (at < 0 ? 2 ** (32 - bits) + at : at));
  },
  cidrnetmask: (of = '') => toAddress(2 ** 32 - 2 ** (32 - block(of).bits)),
  cidrsubnet: (of = '', more = 0, index = 0) => subnet(block(of), Number(more), Number(index)),
  cidrsubnets: (of = '', ...extra) => subnets(block(of), extra.map(Number)),
};
