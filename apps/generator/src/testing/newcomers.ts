import { clusters, type Fleet } from '@bizflow/config';
import { offeredIn, zonesOf } from '@bizflow/config/aws';
import { globalRegion } from '@bizflow/config/foundation';
import { overlaps } from '@bizflow/kernel';
import { regulations } from '@bizflow/region-catalog';
import type { RegionOptions } from '../scaffold/new-region.ts';

type Newcomer = RegionOptions & { readonly file: string };

/** Options for a scaffold that the fleet does not use yet, whatever it contains. */
export const newRegionIn = (fleet: Fleet): Newcomer => newRegionsIn(fleet)[0];

/** The same for two, which have no country and no network in common. */
export function newRegionsIn(fleet: Fleet): readonly [Newcomer, Newcomer] {
  const networks = [...Object.values(fleet.catalog), ...clusters(fleet)].map(
    ({ network }) => network.vpc,
  );
  const octet = (from: number): number =>
    first(from, Number, (n) => !networks.some((vpc) => overlaps(vpc, `10.${n}.0.0/16`)));
  const one = octet(5);
  const places = placesBeside(fleet);
  return [newcomer(places[0], one), newcomer(places[1], octet(one + 1))];
}

interface Place {
  readonly id: string;
  readonly country: string;
}

function newcomer(place: Place | undefined, octet: number): Newcomer {
  if (place === undefined) throw new RangeError('no region is left');
  const { id, country } = place;
  const file = `packages/region-catalog/src/regions/${id}.ts`;
  return { id, name: `Elsewhere${country}`, country, serves: country, octet, file };
}

/** AWS's regions in countries of which the fleet and its laws know nothing, one a country. */
const placesBeside = ({ aws, catalog }: Fleet): readonly Place[] => {
  const known = new Set<string>([
    ...Object.values(catalog).flatMap(({ country, serves }) => [country, ...serves]),
    ...Object.values(regulations).flatMap(({ protects }) => protects),
  ]);
  return Object.entries(aws.regions).flatMap(([id, region]) => {
    const families = offeredIn(region, zonesOf(id, region));
    const fits =
      id !== globalRegion &&
      region.zones.length === 3 &&
      ['c6g', 'm6g', 'r6g'].every((family) => families.includes(family)) &&
      !known.has(region.country);
    if (!fits) return [];
    known.add(region.country);
    return [{ id, country: region.country }];
  });
};

/** An unused service name and host. */
export const newServiceIn = ({ services }: Fleet): string =>
  first(
    1,
    (n) => (n === 1 ? 'billing' : `billing-${n}`),
    (text) => !services.some(({ name, exposure }) => name === text || exposure?.host === text),
  );

function first<T>(from: number, make: (n: number) => T, fits: (made: T) => boolean): T {
  for (let n = from; n < 250; n += 1) {
    const made = make(n);
    if (fits(made)) return made;
  }
  throw new RangeError('nothing is left');
}
