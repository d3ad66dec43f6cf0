import { clusters, type Fleet } from '@bizflow/config';
import { offeredIn, zonesOf } from '@bizflow/config/aws';
import { globalRegion } from '@bizflow/config/foundation';
import { overlaps } from '@bizflow/kernel';
import { regulations } from '@bizflow/region-catalog';
import type { RegionOptions } from '../scaffold/new-region.ts';

/** Options for a scaffold that the fleet does not use yet, whatever it contains. */
export const newRegionIn = (fleet: Fleet): RegionOptions & { readonly file: string } => {
  const sheets = Object.values(fleet.catalog);
  const networks = [...sheets, ...clusters(fleet)].map(({ network }) => network.vpc);
  const known: readonly string[] = [
    ...sheets.flatMap(({ serves }) => serves),
    ...Object.values(regulations).flatMap(({ protects }) => protects),
  ];
  const [id = '', { country } = { country: 'AQ' }] =
    Object.entries(fleet.aws.regions).find(
      ([name, region]) =>
        !Object.hasOwn(fleet.catalog, name) &&
        name !== globalRegion &&
        region.zones.length === 3 &&
        ['c6g', 'm6g', 'r6g'].every((family) =>
          offeredIn(region, zonesOf(name, region)).includes(family),
        ) &&
        !known.includes(region.country),
    ) ?? [];
  const octet = first(5, Number, (n) => !networks.some((vpc) => overlaps(vpc, `10.${n}.0.0/16`)));
  const file = `packages/region-catalog/src/regions/${id}.ts`;
  return { id, name: 'Elsewhere', country, serves: country, octet, file };
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
