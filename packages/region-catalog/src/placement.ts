import type { CountryCode } from './countries.ts';
import type { DnsLocation } from './dns-location.ts';
import { readingOf } from './readings.ts';
import type { Region } from './region.ts';
import type { RegionId } from './region-ids.ts';

/** Where a country's tenants are placed, and on what basis. */
export interface Placement {
  readonly region: RegionId;
  /**
   * `served`: a region names the country. `continent`: none does, and the document's "EU" leads to the
   * region that answers Europe. `default`: the document's default takes the rest.
   */
  readonly basis: 'served' | 'continent' | 'default';
}

/** The place of a country among regions; `undefined` where none of them takes the rest. */
export function placedAmong(
  regions: readonly Region[],
  country: CountryCode | null,
): Placement | undefined {
  const answering = (location: DnsLocation) =>
    regions.find(({ dns }) => dns.locations.includes(location));
  const served = regions.find(({ serves }) => country !== null && serves.includes(country))?.id;
  if (served !== undefined) return { region: served, basis: 'served' };
  const europe = answering('EU');
  if (europe !== undefined && follows(country, europe))
    return { region: europe.id, basis: 'continent' };
  const rest = answering('*');
  return rest === undefined ? undefined : { region: rest.id, basis: 'default' };
}

// A country without a region follows its continent where its law was read and does not forbid it.
const follows = (country: CountryCode | null, europe: Region): boolean => {
  const reading = readingOf(country, europe.country);
  return reading !== undefined && reading !== 'forbidden';
};
