import { type RenderedFleet, zonesOf } from '@bizflow/proofs';
import type { Zone } from '@bizflow/proofs/routing';

/** A zone of the routing proof without what all zones share. */
export interface RoutedZone extends Omit<Zone, 'catalog' | 'exceptions' | 'regions'> {
  /** The ids of its regions in the catalog's order. */
  readonly regions: readonly string[];
}

/** What the routing proof asks, as data. */
export const routedZones = (rendered: RenderedFleet): readonly RoutedZone[] =>
  zonesOf(rendered).map(({ name, addresses, records, hosts, checked, page, regions }) => ({
    ...{ name, addresses, records, hosts, checked, page },
    regions: regions.map(({ id }) => id),
  }));

/** The zone as the routing proof takes it. */
export const zoneIn = (
  { catalog, exceptions }: Pick<Zone, 'catalog' | 'exceptions'>,
  { regions, ...zone }: RoutedZone,
): Zone => ({
  ...zone,
  catalog,
  exceptions,
  regions: Object.values(catalog).filter(({ id }) => regions.includes(id)),
});
