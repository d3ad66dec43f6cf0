import { type CountryCode, euMembers, euTerritories, type RegionId } from '@bizflow/region-catalog';
import { lawsOf, type Sheets } from '@bizflow/region-catalog/moves';
import { sheetsWithNewcomer } from '@bizflow/region-catalog/testing';
import fc from 'fast-check';

const union: readonly CountryCode[] = [...euMembers, ...euTerritories];
/** People of one law go together, but for some of the Union, who may go alone. */
export const groups: readonly (readonly CountryCode[])[] = [
  ['IN'],
  ['SG'],
  ['MY'],
  ['AE'],
  ['GB'],
  union,
];
const homes = ['IN', 'SG', 'GB', 'DE', 'FR', 'AE'] as const;
/** The region that may begin. */
export const newcomer = 'xx-south-1' as RegionId;

/** All regions, and those that are there before a move. */
export const ids = Object.keys(sheetsWithNewcomer()) as RegionId[];
export const standing = ids.filter((id) => id !== newcomer);
const oneOf = fc.nat(standing.length - 1);

/** Regions of the tests with random countries, people, standbys and replicas; one answers the rest, one Europe. */
export const sheets: fc.Arbitrary<Sheets> = fc
  .record({
    places: fc.array(fc.constantFrom(...homes), { minLength: ids.length, maxLength: ids.length }),
    served: fc.array(oneOf, { minLength: groups.length, maxLength: groups.length }),
    rest: oneOf,
    standsBy: fc.boolean(),
    replica: fc.option(fc.tuple(oneOf, oneOf), { freq: 1 }),
  })
  .map(({ places, served, rest, standsBy, replica }) => {
    const own = sheetsWithNewcomer();
    for (const [index, id] of ids.entries()) {
      const serves = groups.flatMap((group, one) => (served[one] === index ? group : []));
      const isEurope = serves.includes('DE');
      const locations = [...(index === rest ? ['*'] : []), ...(isEurope ? ['EU'] : [])];
      const country = isEurope ? (index % 2 === 0 ? 'GB' : 'IE') : places[index];
      Object.assign(own[id], { country, serves, regulations: lawsOf(serves) });
      Object.assign(own[id], { fallback: { kind: 'static-page' } });
      Object.assign(own[id].database, { role: 'writer', writer: id, source: null, storageGb: 500 });
      Object.assign(own[id].redis, { global: null });
      Object.assign(own[id].buckets[0] ?? {}, { replicatesTo: null });
      Object.assign(own[id].dns, { locations });
    }
    const [one, writer] = (replica ?? []).map((index) => standing[index]);
    if (one === undefined || writer === undefined || one === writer) return own;
    Object.assign(own[one].database, { role: 'replica', writer, source: writer });
    // Only a region with the same data can stand by.
    if (standsBy) Object.assign(own[writer], { fallback: { kind: 'region', region: one } });
    return own;
  });
