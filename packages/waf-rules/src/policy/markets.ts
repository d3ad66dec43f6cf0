import type { Catalog, CountryCode } from '@bizflow/region-catalog';

/** The document's "target market countries": all that any region of the catalog serves, sorted. */
export const markets = (catalog: Catalog): readonly CountryCode[] =>
  [...new Set(Object.values(catalog).flatMap(({ serves }) => serves))].sort();
