import type { Fleet } from '@bizflow/config';
import {
  type CountryCode,
  countryName,
  neighbours,
  type Reading,
  type ResidencyException,
  readingOf,
} from '@bizflow/region-catalog';
import type { PeopledFlow } from '@bizflow/region-catalog/rules';

/** What allows data to leave the area of its people's law, or what is missing for that. */
export type LegalBasis =
  | {
      readonly basis: string;
      readonly decision: string;
      readonly missing: null;
      /** The place of the written exception in its list; null where a law itself allows it. */
      readonly exception: number | null;
    }
  | {
      readonly basis: null;
      readonly decision: null;
      readonly missing: string;
      readonly exception: null;
    };

const readings = 'docs/decisions/0069-europe-is-answered-in-london.md';

const missing = (what: string): LegalBasis => ({
  ...{ basis: null, decision: null, exception: null },
  missing: what,
});

/**
 * The written exception for a flow of people whom a region serves. Between two regions of one country it is that of
 * what brought the data into the country (docs/decisions/0078).
 */
export function writtenBasis(
  { flow, from, to }: PeopledFlow,
  abroad: readonly CountryCode[],
  { catalog, exceptions }: Pick<Fleet, 'catalog' | 'exceptions'>,
): LegalBasis {
  const { country } = catalog[to];
  const isInside = from !== to && catalog[from]?.country === country;
  const allows = (one: ResidencyException) =>
    isInside
      ? catalog[one.to]?.country === country
      : one.flow === flow && one.from === from && one.to === to;
  const index = exceptions.findIndex(
    (one) => allows(one) && abroad.some((country) => one.subjects.includes(country)),
  );
  const written = exceptions[index];
  if (written === undefined) return missing('no exception is written');
  const { basis, decision } = written;
  return { basis, decision, missing: null, exception: index };
}

/** What the law of a country that no region serves was read to say of its data in a place. */
export function readBasis(country: CountryCode, place: CountryCode): LegalBasis {
  const read = neighbours.find((one) => one.country === country);
  if (read === undefined) return missing('no law of theirs was read');
  const says = readingOf(country, place) ?? everywhere(Object.values(read.readings));
  const where = countryName(place);
  switch (says) {
    case 'free':
      return { basis: read.law, decision: readings, missing: null, exception: null };
    case 'contract':
      return missing(`no decision on data in ${where} is known, so a contract comes first`);
    case 'forbidden':
      return missing(`their law forbids it, so no tenant may be accepted: ${read.law}`);
    default:
      return missing(`their law was not read for ${where}`);
  }
}

// A law that keeps its data out of each area that was read for keeps it out of any other.
const everywhere = (all: readonly Reading[]): Reading | undefined =>
  all.every((one) => one === 'forbidden') ? 'forbidden' : undefined;
