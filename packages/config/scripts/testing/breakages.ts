import { canary } from './canary.ts';
import { places } from './places.ts';
import { services } from './services.ts';

/** Every way to break the fleet that its rules are known to see. */
export const breakages = [...canary, ...services, ...places].map(
  ([sentence, change, ...codes]) => ({ sentence, change, codes }),
);
