export { parse } from '../src/metrics/metric-math/parse.ts';
export { breakages } from './breakages.ts';
export { exampleFleet } from './example-fleet.ts';
export { called, changed, committed, nth, plain, usual } from './fleets.ts';
export { alarmState } from './metric-math/alarm-state.ts';
export { evaluate } from './metric-math/evaluate.ts';
export { atHome, clusterIn, followed, loner, standby } from './roles.ts';
