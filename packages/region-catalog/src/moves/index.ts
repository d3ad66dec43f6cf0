export { sameWay } from '../crossings.ts';
export { writtenExceptions } from '../exceptions.ts';
export { type Sheets, sheets } from '../sheets.ts';
export { allowed } from './allowed.ts';
export { type Destroyed, destroyed } from './destroyed.ts';
export { moveIdRules } from './id-rules.ts';
export { lawsOf } from './laws-of.ts';
export { settledLife } from './life.ts';
export { locationsOf } from './locations-of.ts';
export {
  type Confirmation,
  type Confirmer,
  type DataWay,
  type Move,
  type MoveKind,
  type MoveStep,
  moveIdOf,
  moveSteps,
} from './move.ts';
export { moveRules } from './move-rules.ts';
export { moves } from './moves.ts';
export { followersOf } from './people-rules.ts';
export { placed, settled, stateAt } from './state-at.ts';
export {
  beginsItsRegion,
  endsItsRegion,
  reached,
  stepAfter,
  stepsOf,
  stepsOfKind,
} from './steps.ts';
