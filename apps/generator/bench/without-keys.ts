/** The same data without the members that have one of these names, at any depth: a fleet of fewer environments. */
export const withoutKeys = <T>(names: readonly string[], value: T): T => {
  if (Array.isArray(value)) return value.map((one) => withoutKeys(names, one)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !names.includes(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutKeys(names, one)])) as T;
};
