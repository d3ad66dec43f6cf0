import type { CountryCode } from './countries.ts';
import type { Region } from './region.ts';

/** The document's "target market countries": every country that a region of the catalog serves, sorted. */
export const targetCountries = (
  catalog: Readonly<Record<string, Pick<Region, 'serves'>>>,
): readonly CountryCode[] =>
  [...new Set(Object.values(catalog).flatMap(({ serves }) => serves))].sort();
