import { asText, isList, type Value } from '../value.ts';
import type { Functions } from './functions.ts';

const all = (values: readonly Value[]): readonly number[] => values.flat().map(Number);

const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, at) => from + at * step);

const rangeOf = (values: readonly number[]): readonly number[] => {
  const [one = 0, two, three] = values;
  return two === undefined ? range(0, one, 1) : range(one, two, three ?? (two < one ? -1 : 1));
};

const boolean = (value: Value): Value => {
  if (value === null || typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new Error(`${JSON.stringify(value)} is not a bool`);
};

const number = (value: Value): Value => {
  if (value === null) return null;
  const found = Number(value);
  if (typeof value === 'object' || value === '' || Number.isNaN(found)) {
    throw new Error(`${JSON.stringify(value)} is not a number`);
  }
  return found;
};

/** Functions on numbers, and conversions. */
export const numbers: Functions = {
  abs: (value = 0) => Math.abs(Number(value)),
  ceil: (value = 0) => Math.ceil(Number(value)),
  floor: (value = 0) => Math.floor(Number(value)),
  log: (value = 1, base = 10) => Math.log(Number(value)) / Math.log(Number(base)),
  max: (...values) => Math.max(...all(values)),
  min: (...values) => Math.min(...all(values)),
  parseint: (text = '', base = 10) => Number.parseInt(asText(text), Number(base)),
  pow: (value = 0, power = 1) => Number(value) ** Number(power),
  range: (...values) => rangeOf(all(values)),
  sum: (values = []) => (isList(values) ? all(values).reduce((sum, one) => sum + one, 0) : 0),
  tobool: (value = null) => boolean(value),
  tonumber: (value = null) => number(value),
  tostring: (value = null) => (value === null ? null : asText(value)),
};
