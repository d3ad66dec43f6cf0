import { type Problem, unless } from '@bizflow/kernel';
import { type Move, moveIdOf } from './move.ts';

/** The id of a move names the file that the commands change, and the pages that a render writes. */
export const moveIdRules = (moves: readonly Move[]): readonly Problem[] =>
  moves.flatMap((move, index) =>
    unless(move.id === moveIdOf(move), {
      code: 'MOVE_ID',
      at: `moves[${index}].id`,
      value: move.id,
      reason: 'must name the regions at both ends, as its file does: next-step finds it by its id',
      remedy: `write '${moveIdOf(move)}'`,
    }),
  );
