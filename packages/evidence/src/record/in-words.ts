import { type CountryCode, countryName } from '@bizflow/region-catalog';

/** Countries in words, in the order of their names; many are counted. */
export const inWords = (countries: readonly CountryCode[], most = 6): string => {
  const names = countries.map((code) => countryName(code)).toSorted();
  return names.length > most
    ? `${names.slice(0, most).join(', ')} and ${names.length - most} more`
    : names.join(', ');
};
