/** The longest line, in characters, as long as a value can be broken. */
const longest = 160;

/**
 * A value as JSON in lines, so that a change of one thing is a change of one line. Nothing in it ends an element of
 * HTML: `<` is written as an escape, which JSON reads as the same character.
 */
export const jsonLines = (value: unknown): string => broken(value).replaceAll('<', '\\u003c');

const broken = (value: unknown): string => {
  const flat = JSON.stringify(value);
  if (flat === undefined || flat.length <= longest || typeof value !== 'object') return flat;
  if (Array.isArray(value)) return `[\n${value.map(broken).join(',\n')}\n]`;
  const members = Object.entries(value ?? {}).filter(([, member]) => member !== undefined);
  return `{\n${members.map(([key, member]) => `${JSON.stringify(key)}:${broken(member)}`).join(',\n')}\n}`;
};
