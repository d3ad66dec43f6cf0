import { asJson, isList, isUnknown, type Value } from '../value.ts';
import type { Functions } from './functions.ts';

const list = (value: Value | undefined): readonly Value[] => (isList(value) ? value : []);

/** Each member once; text in order, as Terraform keeps sets of text. */
const distinct = (values: readonly Value[]): readonly Value[] => [
  ...new Map(values.map((one) => [asJson(one), one])).values(),
];

const asSet = (value: Value): Value => {
  if (!isList(value)) return value;
  const members = distinct(value);
  return members.every((one) => typeof one === 'string') ? members.toSorted() : members;
};

const product = (lists: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
  lists.reduce<readonly (readonly Value[])[]>(
    (rows, next) => rows.flatMap((row) => next.map((one) => [...row, one])),
    [[]],
  );

const within = (values: readonly Value[], one: Value): boolean =>
  values.some((other) => asJson(other) === asJson(one));

/** Functions on sets, which are lists here. */
export const sets: Functions = {
  distinct: (values) => distinct(list(values)),
  setintersection: (first, ...others) =>
    asSet(list(first).filter((one) => others.every((other) => within(list(other), one)))),
  setproduct: (...lists) => product(lists.map(list)),
  setsubtract: (from, less) => asSet(list(from).filter((one) => !within(list(less), one))),
  setunion: (...values) => asSet(values.flatMap(list)),
  tolist: (value = null) => value,
  tomap: (value = null) => value,
  toset: (value = null) => (isUnknown(value) ? value : asSet(value)),
  sensitive: (value = null) => value,
  nonsensitive: (value = null) => value,
};
