export { breakages } from './breakages.ts';
export { type Draft, exampleFleet } from './example-fleet.ts';
export { called, changed, committed, nth, plain } from './fleets.ts';
export { atHome, clusterIn, followed, loner, standby } from './roles.ts';
