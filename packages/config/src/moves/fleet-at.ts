import {
  allowed,
  type Move,
  type MoveStep,
  placed,
  settled,
  stateAt,
} from '@bizflow/region-catalog/moves';
import type { Fleet } from '../fleet/fleet.ts';
import { withMoves } from './with-moves.ts';

/** The fleet as it is, or will be, at a step of one of its moves. */
export const fleetAt = (fleet: Fleet, move: Move, step: MoveStep): Fleet => {
  const others = fleet.moves.filter(({ id }) => id !== move.id);
  const now = [...others, move];
  if (step !== 'forget') return { ...fleet, ...withMoves(fleet, [...others, { ...move, step }]) };
  const catalog = stateAt(placed(fleet.sheets, others), move, step);
  const exceptions = allowed(settled(fleet.sheets), catalog, fleet.writtenExceptions, now);
  return { ...fleet, catalog, exceptions, moves: others };
};
