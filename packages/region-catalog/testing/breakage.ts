import { type Catalog, catalog } from '../src/catalog.ts';

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

/** What breaks the catalog, how, and exactly which codes then answer, in their order. */
export type Breakage = readonly [
  sentence: string,
  change: (draft: Loose<Catalog>) => unknown,
  ...codes: readonly string[],
];

/** A copy of the catalog with one thing changed; the border where bad text becomes a catalog. */
export function changed(change: (draft: Loose<Catalog>) => unknown): Catalog {
  const draft = structuredClone<Catalog>(catalog) as Loose<Catalog>;
  change(draft);
  return draft as Catalog;
}
