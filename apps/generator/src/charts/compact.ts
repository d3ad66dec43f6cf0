// biome-ignore lint/suspicious/noExplicitAny: the shapes of every kind that a chart may bring
export type Any = any;

/** The body without its empty members, which say nothing. */
export const compact = (body: Any): Any =>
  Object.fromEntries(
    Object.entries<Any>(body).filter(
      ([, value]) =>
        value !== undefined &&
        value !== null &&
        !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  );
