import { catalog } from './catalog.ts';
import { type CountryCode, countryCodes } from './countries.ts';
import type { ResidencyException } from './exceptions.ts';
import { domain, type Hosts, hostsIn } from './hosts.ts';
import { exceptions } from './moves/allowed.ts';
import type { Neighbour } from './neighbour.ts';
import { neighbours } from './neighbours.ts';
import { lawsOf } from './people.ts';
import { type Placement, placedAmong } from './placement.ts';
import type { RegionId } from './region-ids.ts';
import { type Regulation, type RegulationCode, regulations } from './regulations.ts';
import type { Catalog } from './sheet-of.ts';

/** Where the tenants of a country are placed, on what basis, and which laws protect them. */
export interface CountryFacts extends Placement {
  readonly laws: readonly RegulationCode[];
}

/** The catalog as `catalog.json` has it, for readers in other languages. */
export interface CatalogDocument {
  /** Changes with the shape of the document, not with its facts. */
  readonly apiVersion: 'catalog.bizflow.app/v1';
  readonly regions: Catalog;
  readonly hosts: Readonly<Record<RegionId, Hosts>>;
  readonly countries: Readonly<Record<CountryCode, CountryFacts>>;
  readonly exceptions: readonly ResidencyException[];
  readonly regulations: Readonly<Record<RegulationCode, Regulation>>;
  /** Countries that no region serves and that follow their continent, or why not. */
  readonly neighbours: readonly Neighbour[];
}

const table = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;

// A sound catalog answers the rest of the world; a broken one is refused by its rules before anything is written.
function placementIn(regions: Catalog, country: CountryCode): Placement {
  const places = Object.values(regions);
  const placement = placedAmong(places, country);
  if (placement === undefined) throw new RangeError(`no region takes ${country}`);
  return placement;
}

/** All that a catalog and its exceptions say in one value. Every region of it has its host names in production. */
export const catalogDocumentOf = (
  regions: Catalog,
  allowed: readonly ResidencyException[],
): CatalogDocument => ({
  apiVersion: 'catalog.bizflow.app/v1',
  regions,
  hosts: table(Object.keys(regions) as RegionId[], (id) => hostsIn(id, domain)),
  countries: table(countryCodes, (country) => ({
    ...placementIn(regions, country),
    laws: lawsOf(country),
  })),
  exceptions: allowed,
  regulations,
  neighbours,
});

/** All that the catalog knows in one value; `catalog.schema.json` describes it. */
export const catalogDocument = (): CatalogDocument => catalogDocumentOf(catalog, exceptions);
