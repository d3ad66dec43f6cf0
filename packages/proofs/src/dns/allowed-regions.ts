import { type CountryCode, placedAmong, type Region } from '@bizflow/region-catalog';
import { crossings } from '@bizflow/region-catalog/rules';
import type { Zone } from './answer.ts';

/** Where the people of a country are at home, and which other region may answer them. */
export interface AllowedRegions {
  /** The region whose law keeps them, or the default region. */
  readonly home: Region;
  /** The region that answers them when all is well: home, or the standby that has taken over. */
  readonly first: string;
  /** Every region that may ever answer them; none while their data changes its place. */
  readonly all: readonly string[];
}

/** The regions that may answer the people of a country in an environment. */
export const allowedRegions = (zone: Zone, country: CountryCode | null): AllowedRegions => {
  const { regions } = zone;
  const [only] = regions;
  const placed = placedAmong(regions, country);
  const home = regions.find(({ id }) => id === placed?.region) ?? only;
  if (home === undefined) throw new RangeError(`${zone.name} has no region`);
  // The standby of another environment has no address here, whatever it has taken over there.
  const { fallback, life } = home;
  // A country without a region of its own waits with the location that answers it.
  const location = { served: country, continent: 'EU', default: '*' } as const;
  const isWaiting = life.waiting.some((one) => one === location[placed?.basis ?? 'default']);
  const standby = regions.find(
    ({ id }) => fallback.kind === 'region' && fallback.region === id,
  )?.id;
  const hasTakenOver = standby !== undefined && home.database.writer === standby;
  const mayStandIn = standby !== undefined && isExcused(zone, home, standby, country);
  return {
    home,
    first: hasTakenOver ? standby : home.id,
    all: isWaiting ? [] : [home.id, ...(mayStandIn ? [standby] : [])],
  };
};

// A standby of another country needs a written exception for these very people.
const isExcused = (
  { catalog, exceptions }: Zone,
  { id }: Region,
  standby: string,
  country: CountryCode | null,
): boolean => {
  const crosses = crossings(catalog).some(
    ({ flow, from, subjects }) =>
      flow === 'fallback' && from === id && country !== null && subjects.includes(country),
  );
  const isWritten = exceptions.some(
    ({ flow, from, to, subjects }) =>
      flow === 'fallback' &&
      from === id &&
      to === standby &&
      country !== null &&
      (subjects as readonly string[]).includes(country),
  );
  return !crosses || isWritten;
};
