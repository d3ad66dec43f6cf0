import type { Move, MoveKind, MoveStep } from './move.ts';
import { moveSteps } from './move.ts';

/**
 * The steps of each kind of move, first to last. A replica is made from its source, so a standby has its data as soon
 * as it stands.
 */
export const stepsOfKind = {
  replace: moveSteps,
  evacuate: ['copy', 'dual-run', 'hold', 'move-people', 'drain', 'forget'],
  'second-region': ['stand-up', 'copy', 'dual-run', 'hold', 'move-people', 'drain', 'forget'],
  standby: ['copy', 'dual-run', 'move-people', 'forget'],
  retire: ['drain', 'destroy', 'forget'],
} as const satisfies Record<MoveKind, readonly MoveStep[]>;

/** The steps of a kind of move, first to last; every one ends with `forget`. */
export const stepsOf = ({ kind }: Pick<Move, 'kind'>): readonly MoveStep[] => stepsOfKind[kind];

/** The step after another, or undefined after the last. */
export const stepAfter = (move: Pick<Move, 'kind'>, step: MoveStep): MoveStep | undefined => {
  const steps = stepsOf(move);
  return steps[steps.indexOf(step) + 1];
};

/** Whether a step is another one or comes after it, in the order of all steps. */
export const reached = (step: MoveStep, other: MoveStep): boolean =>
  moveSteps.indexOf(step) >= moveSteps.indexOf(other);

/** Whether the region that people leave is destroyed at the end. */
export const endsItsRegion = ({ kind }: Pick<Move, 'kind'>): boolean =>
  kind === 'replace' || kind === 'retire';

/** Whether the region that people go to did not exist before. */
export const beginsItsRegion = ({ kind }: Pick<Move, 'kind'>): boolean =>
  kind === 'replace' || kind === 'second-region' || kind === 'standby';
