import type { Planted } from './planted.ts';
import { borderPlants } from './plants/borders.ts';
import { byHandPlants } from './plants/by-hand.ts';
import { capacityPlants } from './plants/capacity.ts';
import { dangerPlants } from './plants/dangers.ts';
import { dataPlants } from './plants/data.ts';
import { peoplePlants } from './plants/people.ts';
import { releasePlants } from './plants/release.ts';
import { rootPlants } from './plants/roots.ts';
import { securityPlants } from './plants/security.ts';

/** At least one for each rule. */
export const plants: readonly Planted[] = [
  ...releasePlants,
  ...peoplePlants,
  ...dataPlants,
  ...securityPlants,
  ...capacityPlants,
  ...borderPlants,
  ...dangerPlants,
  ...rootPlants,
  ...byHandPlants,
];
