import type { Environment } from '@bizflow/config';
import { homeHost, waitingHost } from '@bizflow/config/names';
import {
  type CountryCode,
  continentsOf,
  countryCodes,
  type DnsLocation,
  placedAmong,
  type Region,
} from '@bizflow/region-catalog';

/** A geolocation record: from this place, ask that name. */
export type Answer =
  | { readonly country: string; readonly target: string }
  | { readonly continent: 'EU'; readonly target: string };

/**
 * The document's records, and one more for each country that its continent or the default would lead
 * elsewhere than to where its tenants are placed.
 */
export function answers(
  environment: Environment,
  regions: readonly Region[],
): Readonly<Record<string, Answer>> {
  const named = new Map<DnsLocation, Region>(
    regions.flatMap((region) => region.dns.locations.map((one) => [one, region] as const)),
  );
  const at = (region: Region | undefined, asked: DnsLocation): string =>
    region?.life.waiting.includes(asked)
      ? waitingHost(environment)
      : homeHost(environment, region?.id ?? '');
  const europe = named.has('EU') ? at(named.get('EU'), 'EU') : undefined;
  const rest = at(named.get('*') ?? regions[0], '*');
  const answerTo = (country: CountryCode): string => {
    const placed = placedAmong(regions, country);
    if (placed?.basis === 'continent') return europe ?? rest;
    if (placed?.basis !== 'served') return rest;
    return at(
      regions.find(({ id }) => id === placed.region),
      country,
    );
  };
  const own = countryCodes.flatMap((country) => {
    const target = answerTo(country);
    const follows = continentsOf(country).every(
      (continent) => target === (continent === null ? rest : (europe ?? rest)),
    );
    return named.has(country) || !follows ? [[country, { country, target }] as const] : [];
  });
  return Object.fromEntries<Answer>([
    ...own,
    ...(europe === undefined
      ? []
      : [['continent-EU', { continent: 'EU', target: europe }] as const]),
    ['default', { country: '*', target: rest }],
  ]);
}
