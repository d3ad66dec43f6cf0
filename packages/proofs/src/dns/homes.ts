import {
  type CountryCode,
  continentsOf,
  countryCodes,
  type Placement,
  placedAmong,
  type RegionId,
} from '@bizflow/region-catalog';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { answerTo, type Zone } from './answer.ts';
import { zonesOf } from './zone.ts';

/** Where the rendered records of an environment lead the people of a country while every region is up. */
export interface Home {
  readonly environment: string;
  readonly country: CountryCode;
  /** Why they are led there: a region serves them, or their continent's or the default record does. */
  readonly basis: Placement['basis'];
  /** Null where the page answers them, or where not every name leads to the same region. */
  readonly region: RegionId | null;
}

/** The homes of every country in every environment, as Route 53 answers from what is rendered. */
export const homesOf = (rendered: RenderedFleet): readonly Home[] =>
  zonesOf(rendered).flatMap((zone) =>
    countryCodes.map((country) => ({
      environment: zone.name,
      country,
      basis: placedAmong(zone.regions, country)?.basis ?? 'default',
      region: regionFor(zone, country),
    })),
  );

function regionFor(zone: Zone, country: CountryCode): RegionId | null {
  const answers = zone.hosts.flatMap((host) =>
    continentsOf(country).map((continent) =>
      answerTo({ zone, host, country, continent, down: [] }),
    ),
  );
  const [answer, ...others] = new Set(answers);
  const home = zone.regions.find(({ id }) => answer !== undefined && zone.addresses[id] === answer);
  return others.length === 0 ? (home?.id ?? null) : null;
}
