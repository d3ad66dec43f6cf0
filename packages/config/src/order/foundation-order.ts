import { once } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { regionSteps } from './region-steps.ts';
import type { Step } from './step.ts';
import { syncSteps } from './sync-steps.ts';
import { accessSteps, deliverySteps, nameSteps } from './what-has-no-region.ts';

/**
 * Every apply from empty accounts to a platform that Argo CD can sync, in order: what a step reads by
 * name, an earlier one has made. docs/foundation.md shows it, `npm run prove` and the rehearsal try it.
 */
export const foundationOrder = once((fleet: Fleet): readonly Step[] => [
  ...accessSteps(fleet),
  ...nameSteps(fleet),
  ...regionSteps(fleet),
  ...deliverySteps(fleet),
  ...syncSteps(fleet),
]);
