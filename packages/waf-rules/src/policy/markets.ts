import type { CountryCode } from '@bizflow/region-catalog';
import type { Served } from './edge-policy.ts';

/** The document's "target market countries": all that any region of the catalog serves, sorted. */
export const markets = (catalog: Served): readonly CountryCode[] =>
  [...new Set(Object.values(catalog).flatMap(({ serves }) => serves))].sort();
