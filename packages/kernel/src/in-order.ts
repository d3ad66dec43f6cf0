/**
 * For `JSON.stringify`: the members of each object in the order of their names, so that the order in which a value
 * was made does not show in its text. Lists keep theirs.
 */
export const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isInOrder(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

// Most are, and need no copy.
const isInOrder = (value: object): boolean =>
  Object.keys(value).every((key, index, keys) => index === 0 || (keys[index - 1] ?? '') < key);
