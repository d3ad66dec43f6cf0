/** A value of a report that another program wrote: nothing in it can be relied on before a look. */
export type Unknown = Readonly<Record<string, unknown>>;

/** The members of an object; none for anything else. */
export const members = (value: unknown): Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Unknown) : {};

/** The items of a list; none for anything else. */
export const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A string as it is, and anything else as text. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
