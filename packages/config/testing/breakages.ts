import { absent } from './absent.ts';
import { alarms } from './alarms.ts';
import { aws } from './aws.ts';
import { canary } from './canary.ts';
import { cost } from './cost.ts';
import { facts } from './facts.ts';
import { images } from './images.ts';
import { optionalParts } from './optional-parts.ts';
import { places } from './places.ts';
import { recovery } from './recovery.ts';
import { services } from './services.ts';
import { tenancy } from './tenancy.ts';
import { tenants } from './tenants.ts';
import { transitions } from './transitions.ts';

/** Every way to break the fleet that its rules are known to see. */
export const breakages = [
  ...canary,
  ...services,
  ...tenants,
  ...tenancy,
  ...places,
  ...images,
  ...cost,
  ...alarms,
  ...recovery,
  ...transitions,
  ...optionalParts,
  ...facts,
  ...aws,
  ...absent,
].map(([sentence, change, ...codes]) => ({ sentence, change, codes }));
