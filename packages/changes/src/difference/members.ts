import { isObject } from '@bizflow/kernel';

/** A member of a list that has members itself. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export const isMembers = (value: unknown): value is Members =>
  isObject(value) && !Array.isArray(value);

/** Two members of lists that are the same one, changed; one of them alone where the other list has none. */
export interface Pair {
  readonly was: Placed | undefined;
  readonly is: Placed | undefined;
}

interface Placed {
  readonly member: unknown;
  readonly index: number;
}

/** The members that only one of two lists has, in pairs as they follow: equal ones are the same, wherever they stand. */
export const unequalMembers = (
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Pair[] => {
  const [gone, come] = [without(before, after), without(after, before)];
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    was: gone[index],
    is: come[index],
  }));
};

/** Members of a list that another one does not have, each as often as it is missing there. */
const without = (list: readonly unknown[], other: readonly unknown[]): readonly Placed[] => {
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
