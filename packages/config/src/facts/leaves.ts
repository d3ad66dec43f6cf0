import { isObject } from '@bizflow/kernel';

/** A text, a number or a boolean that is written as a fact. */
export type Leaf = string | number | boolean;

/** What is said of each value in facts, by its path; what is reached by two paths has the first. */
export function ofEach<T>(
  facts: unknown,
  say: (value: unknown, path: string) => readonly T[],
): readonly T[] {
  const seen = new Set<unknown>();
  const said: T[] = [];
  const below = (value: unknown, path: string): void => {
    if (seen.has(value)) return;
    said.push(...say(value, path));
    if (!isObject(value)) return;
    seen.add(value);
    const isList = Array.isArray(value);
    for (const [key, part] of Object.entries(value))
      below(part, isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
  };
  below(facts, '');
  return said;
}

/** Every leaf of facts, with its path: `release.freezes[0].schedule`; a function is not a fact. */
export const leavesOf = (facts: unknown): readonly (readonly [path: string, value: Leaf])[] =>
  ofEach(facts, (value, path) => (isLeaf(value) ? [[path, value] as const] : []));

const isLeaf = (value: unknown): value is Leaf =>
  ['string', 'number', 'boolean'].includes(typeof value);
