import { child, isObject } from '@bizflow/kernel';
import type { FieldChange } from './field-change.ts';
import {
  isMembers,
  isSameOrder,
  type Members,
  nameOfMembers,
  type Pair,
  unequalMembers,
} from './members.ts';

/** Every smallest part in which two values differ, in the order of their keys. */
export const fieldChanges = (before: unknown, after: unknown): readonly FieldChange[] =>
  differing(before, after, '', '');

const differing = (
  before: unknown,
  after: unknown,
  at: string,
  field: string,
): readonly FieldChange[] => {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, at, field);
  if (isMembers(before) && isMembers(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) =>
      differing(before[key], after[key], child(at, key), child(field, key)),
    );
  }
  return [{ at, field, before, after }];
};

/** Members that have names are compared by name; lists of plain values are one value; of others equal ones are left out. */
const inLists = (
  before: readonly unknown[],
  after: readonly unknown[],
  at: string,
  field: string,
): readonly FieldChange[] => {
  const key = nameOfMembers(before, after);
  if (key !== undefined) return byName(before as Members[], after as Members[], key, at, field);
  if ([...before, ...after].every((member) => !isObject(member))) {
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    return isSame ? [] : [{ at, field, before, after }];
  }
  const pairs = unequalMembers(before, after);
  if (pairs.length > 0) return pairs.flatMap((pair) => inPair(pair, at, field));
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  return isSame ? [] : [{ at, field, before, after }];
};

const inPair = ({ was, is }: Pair, at: string, field: string): readonly FieldChange[] => {
  // Told the same way whichever side is the newer one.
  const first = Math.min(
    was?.index ?? Number.POSITIVE_INFINITY,
    is?.index ?? Number.POSITIVE_INFINITY,
  );
  return differing(was?.member, is?.member, `${at}/${(is ?? was)?.index}`, `${field}/${first}`);
};

const byName = (
  before: readonly Members[],
  after: readonly Members[],
  key: string,
  at: string,
  field: string,
): readonly FieldChange[] => {
  const names = [...new Set([...before, ...after].map((member) => String(member[key])))];
  const indexIn = (list: readonly Members[], name: string): number =>
    list.findIndex((member) => String(member[key]) === name);
  const moved = isSameOrder(before, after, key) ? [] : [{ at, field, before, after }];
  const inside = names.flatMap((name) => {
    const [was, is] = [indexIn(before, name), indexIn(after, name)];
    return differing(before[was], after[is], `${at}/${is < 0 ? was : is}`, child(field, name));
  });
  return [...moved, ...inside];
};
