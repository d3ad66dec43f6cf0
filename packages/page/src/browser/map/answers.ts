import { allowedRegions, answerRules, answerTo, type Zone } from '@bizflow/proofs/routing';
import { type CountryCode, continentsOf, countryCodes } from '@bizflow/region-catalog';

/** What the people of a country get. */
export interface Answered {
  readonly country: CountryCode;
  readonly address: string;
  /** The region behind the address; none for the page, and where there is no answer. */
  readonly region: string | null;
  /** Why this answer is wrong, by the routing proof; nothing where it is right. */
  readonly wrong: readonly string[];
}

/** Asks the routing proof for every country, while some regions are down. */
export function answersWhile(
  zone: Zone,
  host: string,
  down: readonly string[],
): readonly Answered[] {
  const regions = new Map(Object.entries(zone.addresses).map(([id, address]) => [address, id]));
  return countryCodes.map((country) => {
    const [continent = null] = continentsOf(country);
    const question = { zone, host, country, continent, down };
    const answer = answerTo(question);
    return {
      country,
      address: answer === zone.page ? thePage : answer,
      region: regions.get(answer) ?? null,
      wrong: answerRules(question, allowedRegions(zone, country)).map(({ reason }) => reason),
    };
  });
}

/** What is shown where no region may answer. */
export const thePage = 'the page';
