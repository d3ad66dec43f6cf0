/** The JSON pointer to a member of what `pointer` points to (RFC 6901). */
export const child = (pointer: string, key: string): string =>
  `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The name that is escaped in a part of a JSON pointer. */
export const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** What a JSON pointer points to in a value, `undefined` when nothing is there. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map(unescaped)
    .reduce<unknown>((inner, part) => (isObject(inner) ? inner[part] : undefined), value);

/** Whether a value has members: a mapping or a list. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
