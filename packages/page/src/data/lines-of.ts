/** A value as lines: `tags.Name: api`; what a plan does not know yet is not a line. */
export const linesOf = (value: unknown, at = ''): readonly string[] => {
  if (value === null || value === undefined || typeof value === 'symbol') return [];
  if (typeof value !== 'object') return [`${at}: ${value}`];
  return Object.entries(value).flatMap(([key, member]) =>
    linesOf(member, at === '' ? key : `${at}.${key}`),
  );
};
