import type { Catalog, ResidencyException } from '@bizflow/region-catalog';
import {
  beginsItsRegion,
  endsItsRegion,
  type Move,
  type MoveStep,
  placed,
  type Sheets,
  stateAt,
  stepsOf,
} from '@bizflow/region-catalog/moves';
import type { Confirmed, Course, Stage } from './course.ts';

/** What the confirmations of a step say, with those of the steps before it (decision 0071). */
const confirmedAt = (move: Move, step: MoveStep): Confirmed => {
  const steps = stepsOf(move);
  const isDone = (other: MoveStep) =>
    steps.includes(other) && steps.indexOf(other) <= steps.indexOf(step);
  return {
    isEqual: isDone('hold'),
    isErased: isDone(endsItsRegion(move) ? 'destroy' : 'drain'),
    isEmpty: endsItsRegion(move) && isDone('destroy'),
  };
};

/** A move from the fleet before it to the fleet after it, while the other moves stay where they are. */
export const courseOf = (
  sheets: Sheets,
  moves: readonly Move[],
  move: Move,
  written: readonly ResidencyException[],
): Course => {
  const start = placed(
    sheets,
    moves.filter(({ id }) => id !== move.id),
  );
  const nothing: Confirmed = { isEqual: false, isErased: false, isEmpty: false };
  // A new region has a fact sheet before it has anything else.
  const standing = Object.entries(start).filter(
    ([id]) => !(beginsItsRegion(move) && id === move.to),
  );
  const stages: readonly Stage[] = [
    { step: 'before', catalog: Object.fromEntries(standing) as Catalog, confirmed: nothing },
    ...stepsOf(move).map((step) => ({
      step,
      catalog: stateAt(start, move, step),
      confirmed: confirmedAt(move, step),
    })),
  ];
  return {
    move,
    stages,
    exceptions: [...written, ...[...moves, move].flatMap(({ exceptions }) => exceptions)],
  };
};
