import type { Problem } from '@bizflow/kernel';
import { problemsIn } from '@bizflow/region-catalog';
import { edge } from './edge.ts';
import { edgeProblems } from './edge-problems.ts';
import type { Fleet } from './fleet.ts';
import { alarmRules } from './rules/alarms.ts';
import { canary } from './rules/canary.ts';
import { capacity } from './rules/capacity.ts';
import { costs } from './rules/cost.ts';
import { environments } from './rules/environments.ts';
import { exposure } from './rules/exposure.ts';
import { foundation } from './rules/foundation.ts';
import { images } from './rules/images.ts';
import { links } from './rules/links.ts';
import { minted, mintedTwice } from './rules/minted.ts';
import { places } from './rules/places.ts';
import { promotion } from './rules/promotion.ts';
import { recovery } from './rules/recovery.ts';
import { services } from './rules/services.ts';
import { tenancy } from './rules/tenancy.ts';
import { tenants } from './rules/tenants.ts';

/** Everything wrong with the fleet, the catalog's own rules first. Never throws. */
export const fleetProblems = (fleet: Fleet): readonly Problem[] => [
  ...problemsIn(fleet.catalog, fleet.exceptions),
  ...canary(fleet),
  ...environments(fleet),
  ...services(fleet),
  ...exposure(fleet),
  ...edgeProblems(edge, fleet.catalog),
  ...tenants(fleet),
  ...tenancy(fleet),
  ...places(fleet),
  ...foundation(fleet),
  ...links(fleet),
  ...minted(fleet),
  ...mintedTwice(fleet),
  ...images(fleet),
  ...promotion(fleet),
  ...capacity(fleet),
  ...costs(fleet),
  ...alarmRules(fleet),
  ...recovery(fleet),
];
