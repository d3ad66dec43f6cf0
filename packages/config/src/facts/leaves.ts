/** A text, a number or a boolean that is written as a fact. */
export type Leaf = string | number | boolean;

/**
 * Every leaf of facts, with its path: `release.freezes[0].schedule`. What is reached by two paths has the
 * first; a function is not a fact.
 */
export function leavesOf(facts: unknown): readonly (readonly [path: string, value: Leaf])[] {
  const seen = new Set<unknown>();
  const below = (value: unknown, path: string): readonly (readonly [string, Leaf])[] => {
    if (isLeaf(value)) return [[path, value]];
    if (typeof value !== 'object' || value === null || seen.has(value)) return [];
    seen.add(value);
    const step = Array.isArray(value)
      ? (key: string) => `${path}[${key}]`
      : (key: string) => (path === '' ? key : `${path}.${key}`);
    return Object.entries(value).flatMap(([key, part]) => below(part, step(key)));
  };
  return below(facts, '');
}

const isLeaf = (value: unknown): value is Leaf =>
  ['string', 'number', 'boolean'].includes(typeof value);
