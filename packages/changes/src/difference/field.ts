import { child, isObject } from '@bizflow/kernel';

/** One field that differs; `undefined` on the side where it is missing. */
export interface FieldChange {
  /** A JSON pointer into the newer object, or into the older one where the field is gone. */
  readonly at: string;
  /** The same place with list members by their name: what a rule matches, and people read. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

type Members = Readonly<Record<string, unknown>>;

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

const isMembers = (value: unknown): value is Members => isObject(value) && !Array.isArray(value);

/** Members that have names are compared by name; lists of plain values are one value; others go by position. */
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
  return onlyOneSided(before, after, at, field) ?? byPosition(before, after, at, field);
};

const byPosition = (
  before: readonly unknown[],
  after: readonly unknown[],
  at: string,
  field: string,
): readonly FieldChange[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
    differing(before[index], after[index], `${at}/${index}`, `${field}/${index}`),
  ).flat();

/** Members that only come, or only go: those behind them have not changed. */
const onlyOneSided = (
  before: readonly unknown[],
  after: readonly unknown[],
  at: string,
  field: string,
): readonly FieldChange[] | undefined => {
  const [gone, come] = [without(before, after), without(after, before)];
  if (gone.length > 0 === come.length > 0) return undefined;
  return [...gone, ...come].map(({ member, index }) => ({
    ...{ at: `${at}/${index}`, field: `${field}/${index}` },
    ...(come.length > 0
      ? { before: undefined, after: member }
      : { before: member, after: undefined }),
  }));
};

/** Members of a list that another one does not have, each as often as it is missing there. */
const without = (list: readonly unknown[], other: readonly unknown[]) => {
  const left = other.map((member) => JSON.stringify(member));
  return list.flatMap((member, index) => {
    const found = left.indexOf(JSON.stringify(member));
    if (found < 0) return [{ member, index }];
    left.splice(found, 1);
    return [];
  });
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
  return names.flatMap((name) => {
    const [was, is] = [indexIn(before, name), indexIn(after, name)];
    return differing(before[was], after[is], `${at}/${is < 0 ? was : is}`, child(field, name));
  });
};

/** The key by which members of both lists are identified; none where two of a list share a name. */
const nameOfMembers = (
  before: readonly unknown[],
  after: readonly unknown[],
): string | undefined =>
  before.length + after.length === 0
    ? undefined
    : ['name', 'Sid', 'key', 'id'].find((key) =>
        [before, after].every((list) => {
          const names = list.map((member) => (isMembers(member) ? member[key] : undefined));
          return names.every(isName) && new Set(names).size === names.length;
        }),
      );

const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';
