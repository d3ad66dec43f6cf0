import { same } from '../operators.ts';
import {
  asJson,
  asText,
  isList,
  isObject,
  isUnknown,
  unknown,
  type Value,
  type Values,
} from '../value.ts';
import type { Functions } from './functions.ts';
import { sets } from './sets.ts';

const list = (value: Value | undefined): readonly Value[] => {
  if (isList(value)) return value;
  throw new Error(`${asJson(value ?? null)} is not a list`);
};

const map = (value: Value | undefined): Values => {
  if (isObject(value)) return value;
  throw new Error(`${asJson(value ?? null)} is not a map`);
};

const sortedKeys = (value: Value | undefined): readonly string[] => Object.keys(map(value)).sort();

/** Values of a map in the order of its keys, as Terraform walks through it. */
const valuesOf = (value: Value | undefined): readonly Value[] =>
  sortedKeys(value).map((key) => map(value)[key] ?? null);

const flat = (value: Value): readonly Value[] => (isList(value) ? value.flatMap(flat) : [value]);

const first = (values: readonly Value[], isGood: (value: Value) => boolean): Value => {
  const found = values.find(isGood);
  if (found === undefined) throw new Error('no argument has a value');
  return found;
};

const slices = (values: readonly Value[], size: number): readonly Value[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );

const lengthOf = (value: Value | undefined): number =>
  typeof value === 'string' ? [...value].length : Object.keys(value ?? {}).length;

const looked = (from: Values, key: string, fallback: Value | undefined): Value => {
  const found = from[key] ?? fallback;
  if (found === undefined) throw new Error(`lookup finds no ${key}`);
  return found;
};

/** Functions on lists and maps. */
export const collections: Functions = {
  ...sets,
  alltrue: (values) => list(values).every((one) => one === true || one === 'true'),
  anytrue: (values) => list(values).some((one) => one === true || one === 'true'),
  chunklist: (values, size = 1) => slices(list(values), Number(size)),
  coalesce: (...values) => first(values, (one) => one !== null && one !== ''),
  coalescelist: (...values) => first(values, (one) => isList(one) && one.length > 0),
  compact: (values = []) =>
    isUnknown(values)
      ? unknown(`compact(${values})`)
      : list(values).filter((one) => one !== null && one !== ''),
  concat: (...values) => values.flatMap((one) => list(one)),
  contains: (values, one = null) => list(values).some((other) => same(one, other)),
  element: (values, index = 0) => {
    const all = list(values);
    return all[((Number(index) % all.length) + all.length) % all.length] ?? null;
  },
  flatten: (values = []) => flat(values),
  index: (values, one = null) => {
    const at = list(values).findIndex((other) => same(one, other));
    if (at < 0) throw new Error(`index finds no ${asJson(one)}`);
    return at;
  },
  keys: (value) => sortedKeys(value),
  length: (value) => lengthOf(value),
  lookup: (from, key = '', fallback) => looked(map(from), asText(key), fallback),
  merge: (...values) => Object.assign({}, ...values.filter((one) => one !== null).map(map)),
  one: (values) => {
    const all = list(values);
    if (all.length > 1) throw new Error('one() of more than one');
    return all[0] ?? null;
  },
  reverse: (values) => [...list(values)].reverse(),
  slice: (values, from = 0, to = 0) => list(values).slice(Number(from), Number(to)),
  sort: (values) => list(values).map(asText).sort(),
  transpose: (value) => {
    const pairs = sortedKeys(value).flatMap((key) =>
      list(map(value)[key]).map((one) => [asText(one), key] as const),
    );
    return Object.fromEntries(
      [...Map.groupBy(pairs, ([to]) => to)].map(([to, all]) => [to, all.map(([, key]) => key)]),
    );
  },
  values: (value) => valuesOf(value),
  zipmap: (names, values) =>
    Object.fromEntries(list(names).map((name, at) => [asText(name), list(values)[at] ?? null])),
};
