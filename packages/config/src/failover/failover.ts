import { freeze } from '@bizflow/kernel';
import type { Catalog, Region, RegionId, ResidencyException } from '@bizflow/region-catalog';
import { sameWay } from '@bizflow/region-catalog/moves';
import { crossings } from '@bizflow/region-catalog/rules';

/**
 * Regions whose standby has taken over their writes, in that order. The catalog keeps the usual role of
 * each region; `nx generate @bizflow/generator:failover` adds a region here. Taking it out again is
 * one of the last steps of failback.md of the lost region, and never the first.
 */
export const failedOver: readonly RegionId[] = freeze([]);

/** Where data is, and which border crossings are allowed, each with its legal basis. */
export interface Placement {
  readonly catalog: Catalog;
  readonly exceptions: readonly ResidencyException[];
}

/** The standby of a region, from its fact sheet. */
export const standbyOf = (catalog: Catalog, lost: RegionId): Region | undefined => {
  const fallback = Object.hasOwn(catalog, lost) ? catalog[lost].fallback : undefined;
  return fallback?.kind === 'region' ? catalog[fallback.region] : undefined;
};

/** The same places with the roles of a lost region and its standby swapped. */
export function takenOver({ catalog, exceptions }: Placement, lost: RegionId): Placement {
  const standby = standbyOf(catalog, lost);
  if (standby === undefined) return { catalog, exceptions };
  const swapped = Object.fromEntries(
    Object.entries(catalog).map(([id, region]) => [id, swap(region, lost, standby.id)]),
  ) as unknown as Catalog;
  return { catalog: swapped, exceptions: withLegalBasis(swapped, exceptions) };
}

const swap = (region: Region, lost: RegionId, standby: RegionId): Region => {
  const { database, redis, buckets } = region;
  const follows = database.writer === lost ? standby : database.writer;
  if (region.id === lost)
    return {
      ...region,
      status: 'impaired',
      database: { ...database, role: 'replica', writer: standby, source: standby },
      redis: { ...redis, global: withRole(redis.global, 'secondary') },
      buckets: buckets.map((bucket) => ({ ...bucket, replicatesTo: null })),
    };
  if (region.id === standby)
    return {
      ...region,
      database: { ...database, role: 'writer', writer: standby, source: null },
      redis: { ...redis, global: withRole(redis.global, 'primary') },
      buckets: buckets.map((bucket) => ({ ...bucket, replicatesTo: lost })),
    };
  const source = database.source === lost ? standby : database.source;
  return { ...region, database: { ...database, writer: follows, source } };
};

const withRole = (
  global: Region['redis']['global'],
  role: 'primary' | 'secondary',
): Region['redis']['global'] => (global === null ? null : { ...global, role });

// A legal basis applies to a country and its people, not to one data flow. Without a basis the crossing has
// no exception, and the rules of the catalog report it.
const withLegalBasis = (
  catalog: Catalog,
  exceptions: readonly ResidencyException[],
): readonly ResidencyException[] =>
  crossings(catalog).flatMap((crossing) => {
    const own = exceptions.filter((exception) => sameWay(exception, crossing));
    const place = countryOf(catalog, crossing.to);
    const usable =
      own.length > 0 ? own : exceptions.filter(({ to }) => countryOf(catalog, to) === place);
    const { flow, from, to } = crossing;
    // One exception for each legal basis, with the countries for which it is the first that applies.
    return usable.flatMap((exception, index) => {
      const subjects = crossing.subjects.filter(
        (country) => usable.findIndex((one) => one.subjects.includes(country)) === index,
      );
      return subjects.length === 0 ? [] : [{ ...exception, flow, from, to, subjects }];
    });
  });

const countryOf = (catalog: Catalog, id: RegionId): string | undefined =>
  Object.hasOwn(catalog, id) ? catalog[id].country : undefined;
