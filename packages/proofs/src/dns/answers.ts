import { type CountryCode, continentsOf, countryCodes } from '@bizflow/region-catalog';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { allowedRegions } from './allowed-regions.ts';
import { answerTo, type Zone } from './answer.ts';
import { zonesOf } from './zone.ts';

/** What the people of a country get for a name: with every region up, and without the one that answers then. */
export interface Answers {
  readonly environment: string;
  readonly host: string;
  readonly country: CountryCode;
  /** An address, or `the page`. */
  readonly up: string;
  readonly down: string;
}

/** The answers of every zone to every country, on the first continent that it is filed under. */
export const answersOf = (rendered: RenderedFleet): readonly Answers[] =>
  zonesOf(rendered).flatMap((zone) =>
    zone.hosts.flatMap((host) => countryCodes.map((country) => answersTo(zone, host, country))),
  );

const answersTo = (zone: Zone, host: string, country: CountryCode): Answers => {
  const [continent = null] = continentsOf(country);
  const asked = { zone, host, country, continent };
  const { first } = allowedRegions(zone, country);
  const shown = (answer: string): string => (answer === zone.page ? 'the page' : answer);
  const up = answerTo({ ...asked, down: [] });
  const answering = zone.regions.find(({ id }) => zone.addresses[id] === up)?.id ?? first;
  return {
    ...{ environment: zone.name, host, country },
    up: shown(up),
    down: shown(answerTo({ ...asked, down: [answering] })),
  };
};
