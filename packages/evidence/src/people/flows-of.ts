import { areaOf, type CountryCode, type Region } from '@bizflow/region-catalog';
import type { Looked } from '../looked.ts';
import { type LegalBasis, readBasis, writtenBasis } from './legal-basis.ts';
import { type PlacedFlow, placedFlows } from './placed-flows.ts';

/** A movement of data of some people, and what allows it to leave the area of their law. */
export interface FlowOfPeople extends PlacedFlow {
  /** Those of its people whose data leaves the area of their law by it. */
  readonly abroad: readonly CountryCode[];
  /** Null where no border is crossed. */
  readonly legal: LegalBasis | null;
}

type Placed = Pick<Looked, 'fleet' | 'homes'>;

/** Every movement of data of some people; those who rest on different laws are apart. */
export const flowsOf = (people: readonly CountryCode[], placed: Placed): readonly FlowOfPeople[] =>
  placedFlows(placed).flatMap((flow) => {
    const subjects = flow.subjects.filter((country) => people.includes(country));
    if (subjects.length === 0) return [];
    const home = placed.fleet.catalog[flow.to].country;
    const abroad = subjects.filter((country) => areaOf(country) !== areaOf(home));
    if (flow.placement !== 'served') return byLaw({ ...flow, subjects }, home);
    const legal = abroad.length === 0 ? null : writtenBasis(flow, abroad, placed.fleet);
    return [{ ...flow, subjects, abroad, legal }];
  });

/** One movement for each legal basis, and for each reason why there is none. */
const byLaw = (flow: PlacedFlow, home: CountryCode): readonly FlowOfPeople[] => {
  const groups = Map.groupBy(
    flow.subjects.map((country) => ({
      country,
      legal: areaOf(country) === areaOf(home) ? null : readBasis(country, home),
    })),
    ({ legal }) => legal?.basis ?? legal?.missing,
  );
  return [...groups.values()].map((all) => {
    const subjects = all.map(({ country }) => country);
    const legal = all[0]?.legal ?? null;
    return { ...flow, subjects, abroad: legal === null ? [] : subjects, legal };
  });
};

/** The regions in which data of some people is, was copied to or may come to, in the catalog's order. */
export const regionsOf = (people: readonly CountryCode[], placed: Placed): readonly Region[] => {
  const ids = new Set(flowsOf(people, placed).flatMap(({ from, to }) => [from, to]));
  return Object.values(placed.fleet.catalog).filter(({ id }) => ids.has(id));
};
