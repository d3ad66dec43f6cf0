/** The longest a value may be when it is quoted in a message. */
const quoted = 80;

/** A value as a message quotes it: what is very long is cut, and its length is told instead. */
export const show = (value: string): string =>
  value.length > quoted ? `${value.slice(0, quoted)}... (${value.length} characters)` : value;
