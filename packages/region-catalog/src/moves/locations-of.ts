import { euMembers } from '../countries.ts';
import type { Region } from '../region.ts';
import type { Move } from './move.ts';

/** The locations of the region that follow the people: all of them where all go, or those of who goes. */
export const locationsOf = (from: Region, { people }: Pick<Move, 'people'>) => {
  const all = from.serves.every((country) => people.includes(country));
  return from.dns.locations.filter((location) => {
    if (all) return people.length > 0;
    if (location === '*') return false;
    return location === 'EU'
      ? euMembers.every((country) => people.includes(country))
      : people.includes(location);
  });
};
