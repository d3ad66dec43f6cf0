import { freeze } from '@bizflow/kernel';
import { catalog } from './catalog.ts';
import { type CountryCode, isCountryCode } from './countries.ts';
import { type Placement, placedAmong } from './placement.ts';
import type { Cidr, PerZone, Region, Tier } from './region.ts';
import { type RegionId, regionIds } from './region-ids.ts';
import { type RegulationCode, regulations } from './regulations.ts';
import { type Catalog, sheetOf } from './sheet-of.ts';

const regions = (): readonly Region[] => Object.values(catalog satisfies Catalog);

/**
 * Where a country that no region serves is placed: the region that answers Route 53's default
 * location, the document's `default`.
 */
export const defaultPlacement = (): Placement =>
  freeze(placedAmong(regions(), null) ?? { region: regionIds[0], basis: 'default' });

/**
 * The region of a country's tenants; total over ISO 3166-1 alpha-2.
 * A country that no region serves answers with `basis: 'continent'` or `'default'`. Text that is not a country code (from
 * JavaScript) throws a `RangeError`: routing a typing error to India would break its law.
 */
export function regionForCountry(country: CountryCode): Placement {
  if (!isCountryCode(country)) {
    throw new RangeError(
      `'${String(country)}' is not an ISO 3166-1 alpha-2 code; use one of countryCodes, like 'GB'`,
    );
  }
  return freeze(placedAmong(regions(), country) ?? defaultPlacement());
}

/**
 * The regions bound by a law, in the catalog's order. Text that is not a law (from JavaScript) throws a
 * `RangeError`: "no region" would be a dangerous answer to a spelling mistake.
 */
export function regionsUnder(regulation: RegulationCode): readonly RegionId[] {
  if (!Object.hasOwn(regulations, regulation)) {
    throw new RangeError(
      `'${regulation}' is not a law; use one of ${Object.keys(regulations).join(', ')}`,
    );
  }
  return regions()
    .filter((region) => region.regulations.includes(regulation))
    .map(({ id }) => id);
}

/**
 * A region's three subnets of one tier, one per availability zone, in the order of `zones`. Text
 * that is not a region or tier (from JavaScript) throws a `RangeError`.
 */
export function subnets(region: RegionId, tier: Tier): PerZone<Cidr> {
  const found = sheetOf(catalog, region)?.network[tier];
  if (!Array.isArray(found)) throw new RangeError(`no tier '${tier}' in a region '${region}'`);
  return found as readonly Cidr[] as PerZone<Cidr>;
}
