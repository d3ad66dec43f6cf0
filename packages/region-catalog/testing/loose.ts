/** A value of the same shape with any string, number and boolean, and writable. */
export type Loose<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends object
        ? { -readonly [K in keyof T]: Loose<T[K]> }
        : T;
