import { type Catalog, catalog } from './catalog.ts';
import { type CountryCode, isCountryCode } from './countries.ts';
import { freeze } from './freeze.ts';
import type { Cidr, PerZone, Region, Tier } from './region.ts';
import { type RegionId, regionIds } from './region-ids.ts';
import type { RegulationCode } from './regulations.ts';

/** Where a country's tenants are placed, and whether a region serves it or the default takes it. */
export interface Placement {
  readonly region: RegionId;
  readonly basis: 'served' | 'default';
}

const regions: readonly Region[] = Object.values(catalog satisfies Catalog);

// The default is a fact of the catalog: the region that answers Route 53's default location.
const fallbackPlacement: readonly Placement[] = regions
  .filter(({ dns }) => dns.locations.includes('*'))
  .map(({ id }) => ({ region: id, basis: 'default' }));

const placements: ReadonlyMap<CountryCode, Placement> = new Map(
  regions.flatMap(({ id, serves }) =>
    serves.map((country): [CountryCode, Placement] => [
      country,
      freeze({ region: id, basis: 'served' }),
    ]),
  ),
);

/** Where a country that no region serves is placed: the document's `default` location. */
export const defaultPlacement: Placement = freeze(
  fallbackPlacement[0] ?? { region: regionIds[0], basis: 'default' },
);

/**
 * The region of a country's tenants; total over ISO 3166-1 alpha-2.
 * A country nobody serves answers with `basis: 'default'`. Text that is no country code (from
 * JavaScript) throws a `RangeError`: routing a typing error to India would break its law.
 */
export function regionForCountry(country: CountryCode): Placement {
  if (!isCountryCode(country)) {
    throw new RangeError(
      `'${String(country)}' is no ISO 3166-1 alpha-2 code; use one of countryCodes, like 'GB'`,
    );
  }
  return placements.get(country) ?? defaultPlacement;
}

/** The regions bound by a law, in the catalog's order. */
export const regionsUnder = (regulation: RegulationCode): readonly RegionId[] =>
  regions.filter(({ regulations }) => regulations.includes(regulation)).map(({ id }) => id);

/** A region's three subnets of one tier, one per availability zone, in the order of `zones`. */
export const subnets = (region: RegionId, tier: Tier): PerZone<Cidr> =>
  catalog[region].network[tier];
