import { freeze } from '@bizflow/kernel';
import { areaOf } from './areas.ts';
import type { CountryCode } from './countries.ts';
import { type Reading, readAreas } from './neighbour.ts';
import { neighbours } from './neighbours.ts';

/** Countries of Europe that follow their continent when a region of a read area answers it. */
export const followers: readonly CountryCode[] = freeze(
  neighbours
    .filter(({ readings }) => readAreas.some((area) => readings[area] !== 'forbidden'))
    .map(({ country }) => country),
);

const readings = new Map(
  neighbours.map((one) => [one.country as CountryCode | null, one.readings]),
);

/**
 * How a neighbour's law was read for data in a country; `undefined` for every other country, and for a
 * place for which the laws were not read.
 */
export const readingOf = (country: CountryCode | null, place: CountryCode): Reading | undefined => {
  const area = readAreas.find((one) => one === areaOf(place));
  return area === undefined ? undefined : readings.get(country)?.[area];
};
