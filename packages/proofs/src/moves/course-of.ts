import type { Catalog, RegionId, ResidencyException } from '@bizflow/region-catalog';
import {
  beginsItsRegion,
  type Move,
  type MoveStep,
  placed,
  type Sheets,
  stateAt,
  stepsOf,
} from '@bizflow/region-catalog/moves';
import type { Confirmed, Course, Stage, Unit } from './course.ts';

/** The ids of what a step waits for. */
export type Waits = (step: MoveStep) => readonly string[];

/** Which units a confirmed wait shows to be applied: `from`, `to` and `global` say whose. */
const shows: Readonly<Record<string, readonly string[]>> = {
  'roots-applied': ['root/to'],
  'platform-healthy': ['cluster/to'],
  'replica-follows': ['root/to'],
  answers: ['cluster/to'],
  'same-versions': ['cluster/to'],
  'page-shown': ['root/global'],
  'people-answered': ['root/global'],
  'no-load-balancers': ['cluster/from'],
  'state-empty': ['root/from'],
};

// Rows and objects are equal only while no one writes, which `hold` sees to.
const wholeBy: Readonly<Record<Move['data']['by'], readonly string[]>> = {
  rows: ['rows-equal', 'objects-equal'],
  backup: ['rows-copied', 'objects-copied'],
  nothing: ['empty-agreed'],
  replica: ['replica-follows'],
};

const confirmedBy = (move: Move, done: readonly MoveStep[], waits: Waits): Confirmed => {
  const seen = done.flatMap(waits);
  return {
    isEqual: done.includes('hold') && wholeBy[move.data.by].every((wait) => seen.includes(wait)),
    isErased: seen.includes('rows-erased') || seen.includes('state-empty'),
    isEmpty: seen.includes('state-empty'),
  };
};

const shownAt = ({ from, to }: Move, seen: readonly string[]): readonly Unit[] =>
  seen.flatMap((wait) =>
    (shows[wait] ?? []).flatMap((unit): readonly Unit[] => {
      if (unit === 'root/global') return [unit];
      const [kind, end] = unit.split('/');
      const id: RegionId | null = end === 'from' ? from : to;
      return id === null ? [] : [kind === 'root' ? `root/${id}` : `cluster/${id}`];
    }),
  );

/** A move from the fleet before it to the fleet after it, while the other moves stay where they are. */
export const courseOf = (
  sheets: Sheets,
  moves: readonly Move[],
  move: Move,
  written: readonly ResidencyException[],
  waits: Waits,
): Course => {
  const start = placed(
    sheets,
    moves.filter(({ id }) => id !== move.id),
  );
  // A new region has a fact sheet before it has anything else.
  const standing = Object.entries(start).filter(
    ([id]) => !(beginsItsRegion(move) && id === move.to),
  );
  const before = Object.fromEntries(standing) as Catalog;
  const stages: readonly Stage[] = [
    { step: 'before', catalog: before, confirmed: confirmedBy(move, [], waits), shown: [] },
    ...stepsOf(move).map((step, index, steps) => ({
      step,
      catalog: stateAt(start, move, step),
      confirmed: confirmedBy(move, steps.slice(0, index + 1), waits),
      shown: shownAt(move, waits(step)),
    })),
  ];
  return {
    move,
    stages,
    exceptions: [...written, ...[...moves, move].flatMap(({ exceptions }) => exceptions)],
  };
};
