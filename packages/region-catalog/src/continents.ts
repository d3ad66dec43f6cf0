import { type CountryCode, euMembers } from './countries.ts';
import { neighbours } from './neighbours.ts';

/** Türkiye and Cyprus are in Europe or in Asia, by the database. Kosovo has no ISO code and follows. */
export const disputed: readonly CountryCode[] = ['CY', 'TR'];

const continent: ReadonlySet<CountryCode> = new Set([
  'GB' as const,
  ...euMembers,
  'AX' as const,
  ...neighbours.map(({ country }) => country),
]);

/**
 * Where Route 53 files a country: under the continent `EU`, elsewhere (`null`), or perhaps either. AWS
 * publishes no list; where the geolocation databases disagree, no answer may depend on it.
 */
export const continentsOf = (country: CountryCode): readonly ('EU' | null)[] =>
  disputed.includes(country) ? ['EU', null] : [continent.has(country) ? 'EU' : null];
