/** A value of a report that another program wrote: nothing in it can be relied on before a look. */
export type Unknown = Readonly<Record<string, unknown>>;

/** An object's members; none for whatever is no object. */
export const members = (value: unknown): Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Unknown) : {};

/** A list's items; none for whatever is no list. */
export const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text as it stands, and what is no text as words. */
export const text = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
