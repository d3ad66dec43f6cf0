/** A value as one line of a report shows it. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'none';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === '' ? '""' : text;
};

/** Names as a sentence lists them: the first few, and how many more. */
export const listed = (names: readonly string[], most = 6): string => {
  const first = names.slice(0, most);
  const more = names.length - first.length;
  if (more > 0) return `${first.join(', ')} and ${more} more`;
  const [last = '', ...others] = first.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
};
