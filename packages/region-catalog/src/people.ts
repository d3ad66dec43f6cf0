import { freeze } from '@bizflow/kernel';
import { type CountryCode, isCountryCode } from './countries.ts';
import { type RegulationCode, regulations } from './regulations.ts';

/**
 * A country's name in English, as Unicode's CLDR has it in this runtime: data of the platform, so it costs no
 * byte here, and its spelling may change with the runtime. Text that is not a country code throws a `RangeError`.
 */
export function countryName(country: CountryCode): string {
  assertCountry(country);
  return new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country;
}

/**
 * The laws of the catalog that protect a country's people, in the order of `regulations`; empty where the
 * catalog knows none. Text that is not a country code throws a `RangeError`: "no law" would be a dangerous answer.
 */
export function lawsOf(country: CountryCode): readonly RegulationCode[] {
  assertCountry(country);
  const codes = Object.keys(regulations) as RegulationCode[];
  return freeze(
    codes.filter((code) => (regulations[code].protects as readonly string[]).includes(country)),
  );
}

function assertCountry(country: string): asserts country is CountryCode {
  if (isCountryCode(country)) return;
  throw new RangeError(
    `'${String(country)}' is not an ISO 3166-1 alpha-2 code; use one of countryCodes, like 'GB'`,
  );
}
