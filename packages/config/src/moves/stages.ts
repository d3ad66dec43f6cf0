import type { Move, MoveStep } from '@bizflow/region-catalog/moves';
import { clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Places, Stage, Wait } from './stage.ts';
import { copy } from './stages/copy.ts';
import { destroy, forget } from './stages/destroy.ts';
import { drain } from './stages/drain.ts';
import { dualRun } from './stages/dual-run.ts';
import { hold } from './stages/hold.ts';
import { movePeople } from './stages/move-people.ts';
import { standUp } from './stages/stand-up.ts';

/** What each step of a move is for people. */
export const stages: Readonly<Record<MoveStep, Stage>> = {
  'stand-up': standUp,
  copy,
  'dual-run': dualRun,
  hold,
  'move-people': movePeople,
  drain,
  destroy,
  forget,
};

/** A move with the clusters of production at its ends; undefined where a rule names what is missing. */
export const placesOf = (fleet: Fleet, move: Move): Places | undefined => {
  const at = (id: string | null) =>
    clusters(fleet).find(
      ({ environment, region }) => environment.sites === 'catalog' && region.id === id,
    );
  const [from, to] = [at(move.from), at(move.to)];
  return from === undefined || (move.to !== null && to === undefined)
    ? undefined
    : { move, fleet, from, to: to ?? null };
};

/** All that a step of a move waits for before the next one may be written. */
export const waitsOf = (fleet: Fleet, move: Move, step: MoveStep): readonly Wait[] => {
  const places = placesOf(fleet, move);
  return places === undefined ? [] : stages[step].waits(places);
};
