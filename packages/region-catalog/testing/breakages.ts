import { caches } from './caches.ts';
import { machines } from './machines.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { routes } from './routes.ts';

/** Every way to break a catalog that its rules are known to see. */
export const breakages = [...places, ...people, ...routes, ...machines, ...caches].map(
  ([sentence, change, ...codes]) => ({ sentence, change, codes }),
);
