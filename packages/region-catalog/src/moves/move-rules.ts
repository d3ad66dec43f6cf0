import type { Problem } from '@bizflow/kernel';
import { type ResidencyException, writtenExceptions } from '../exceptions.ts';
import type { Sheets } from '../sheets.ts';
import { aheadRules } from './ahead-rules.ts';
import type { Move } from './move.ts';
import { followerRules, rowRules } from './people-rules.ts';
import { apartRules, shapeRules } from './shape-rules.ts';
import { stepRules } from './step-rules.ts';

/**
 * What is wrong with the moves themselves, and what would be wrong at a step that is still to come: a move that
 * cannot be brought to its end does not begin. Never throws.
 */
export const moveRules = (
  sheets: Sheets,
  moves: readonly Move[],
  written: readonly ResidencyException[] = writtenExceptions,
): readonly Problem[] => {
  const own = [
    ...stepRules(),
    ...moves.flatMap((move) => [
      ...shapeRules(move, sheets),
      ...rowRules(move, sheets),
      ...apartRules(move, moves),
    ]),
  ];
  if (own.length > 0) return own;
  return moves.flatMap((move) => [
    ...followerRules(move, sheets),
    ...aheadRules(sheets, move, moves, written),
  ]);
};
