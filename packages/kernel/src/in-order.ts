/**
 * A copy of a JSON value with the members of each object in the order of their names, so that the order in which it
 * was made does not show in its text. Lists keep theirs. A number that JSON does not have is a `TypeError`:
 * `JSON.stringify` would write null.
 */
export function inOrder(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`JSON has no number ${value}`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, inOrder(member)]));
}
