import type { CountryCode } from '../countries.ts';
import { type RegulationCode, regulations } from '../regulations.ts';

/** Whether a law protects one of some people. */
export const binds = (law: RegulationCode, people: readonly CountryCode[]): boolean =>
  people.some((country) => (regulations[law]?.protects as readonly string[])?.includes(country));

/** The laws that protect some people, in the order of the table. */
export const lawsOf = (people: readonly CountryCode[]): readonly RegulationCode[] =>
  (Object.keys(regulations) as RegulationCode[]).filter((law) => binds(law, people));
