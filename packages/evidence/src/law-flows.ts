import type { Fleet } from '@bizflow/config';
import {
  areaOf,
  type CountryCode,
  type Region,
  type RegulationCode,
  type ResidencyException,
  regulations,
} from '@bizflow/region-catalog';
import { type PeopledFlow, peopledFlows } from '@bizflow/region-catalog/rules';

/** A movement of data of a law's people, and what allows it to leave the area of their law. */
export interface LawFlow extends PeopledFlow {
  /** Those of its people whose data leaves the area of their law by it. */
  readonly abroad: readonly CountryCode[];
  /** The written exception, with its place in the list; null where no border is crossed. */
  readonly exception: { readonly written: ResidencyException; readonly index: number } | null;
}

type Placed = Pick<Fleet, 'catalog' | 'exceptions'>;

/** The people whom a law protects. */
const peopleOf = (law: RegulationCode): readonly CountryCode[] => regulations[law].protects;

/** Every movement that the facts order with data of the people of one law. */
export const flowsUnder = (law: RegulationCode, placed: Placed): readonly LawFlow[] => {
  const people = peopleOf(law);
  return peopledFlows(placed.catalog).flatMap((flow) => {
    const subjects = flow.subjects.filter((country) => people.includes(country));
    return subjects.length === 0 ? [] : [allowed({ ...flow, subjects }, placed)];
  });
};

/** The regions in which data of a law's people is, was copied to or may come to, in the catalog's order. */
export const regionsOf = (law: RegulationCode, placed: Placed): readonly Region[] => {
  const ids = new Set(flowsUnder(law, placed).flatMap(({ from, to }) => [from, to]));
  return Object.values(placed.catalog).filter(({ id }) => ids.has(id));
};

const allowed = (flow: PeopledFlow, { catalog, exceptions }: Placed): LawFlow => {
  const home = catalog[flow.to].country;
  const abroad = flow.subjects.filter((country) => areaOf(country) !== areaOf(home));
  const index = exceptions.findIndex(
    (one) =>
      one.flow === flow.flow &&
      one.from === flow.from &&
      one.to === flow.to &&
      abroad.some((country) => one.subjects.includes(country)),
  );
  const written = exceptions[index];
  const exception = abroad.length > 0 && written !== undefined ? { written, index } : null;
  return { ...flow, abroad, exception };
};
