/** A value of the same shape that may hold any text, number and truth, and may be written to. */
export type Loose<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends object
        ? { -readonly [K in keyof T]: Loose<T[K]> }
        : T;
