import type { Planted, Plants } from './planted.ts';
import { borderPlants } from './plants/borders.ts';
import { byHandPlants } from './plants/by-hand.ts';
import { capacityPlants } from './plants/capacity.ts';
import { dangerPlants } from './plants/dangers.ts';
import { dataPlants } from './plants/data.ts';
import { peoplePlants } from './plants/people.ts';
import { releasePlants } from './plants/release.ts';
import { rootPlants } from './plants/roots.ts';
import { securityPlants } from './plants/security.ts';

const subjects: readonly Plants[] = [
  releasePlants,
  peoplePlants,
  dataPlants,
  securityPlants,
  capacityPlants,
  borderPlants,
  dangerPlants,
  rootPlants,
  byHandPlants,
];

/** At least one for each rule. */
export const plants: readonly Planted[] = subjects.flatMap((subject) =>
  Object.entries(subject).flatMap(([rule, ways]) =>
    Object.entries(ways).map(([what, way]) => ({
      ...{ rule, what },
      ...(typeof way === 'function' ? { newer: way } : way),
    })),
  ),
);
