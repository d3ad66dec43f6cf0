import { isObject } from '@bizflow/kernel';
import type { FieldChange } from './field-change.ts';

/** A member of a list that has members itself. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export const isMembers = (value: unknown): value is Members =>
  isObject(value) && !Array.isArray(value);

/** Members that only come, or only go: those behind them have not changed. */
export const onlyOneSided = (
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

/** Whether the members that both lists have come one after the other as before. */
export const isSameOrder = (
  before: readonly Members[],
  after: readonly Members[],
  key: string,
): boolean => {
  const namesOf = (list: readonly Members[], other: readonly Members[]): string => {
    const known = new Set(other.map((member) => member[key]));
    return JSON.stringify(list.map((member) => member[key]).filter((name) => known.has(name)));
  };
  return namesOf(before, after) === namesOf(after, before);
};

/** The key by which members of both lists are identified; none where two of a list share a name. */
export const nameOfMembers = (
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
