import type { Proof } from '@bizflow/proofs';
import { type CountryCode, countryCodes, lawsOf } from '@bizflow/region-catalog';
import type { Looked } from '../looked.ts';
import type { PeopleRecord } from '../record/law-record.ts';
import { peopleRecord } from '../record/people-record.ts';

/** The record of everyone whom no law of the catalog protects, and whom a record of DNS leads to a region all the same. */
export interface OtherPeople {
  readonly record: PeopleRecord;
  /** What shows where they are led; undefined where it was not tried. */
  readonly routing: Proof | undefined;
}

/** Countries whose law no sheet says. */
const others: readonly CountryCode[] = countryCodes.filter(
  (country) => lawsOf(country).length === 0,
);

/** What happens to the data of people whose law no sheet says. */
export const otherPeople = (proofs: readonly Proof[], looked: Looked): OtherPeople => ({
  record: peopleRecord(others, looked),
  routing: proofs.find(({ proof }) => proof === 'dns'),
});

/** Who is led to a region for one reason, each with everyone it concerns. */
export const ledTo = ({ flows }: PeopleRecord) => {
  const all = Map.groupBy(
    flows.filter(({ flow }) => flow === 'rest'),
    ({ to, placement }) => `${to} ${placement}`,
  );
  return [...all.values()].flatMap((group) => {
    const [first] = group;
    const people = group.flatMap(({ subjects }) => subjects);
    return first === undefined ? [] : [{ region: first.to, placement: first.placement, people }];
  });
};
