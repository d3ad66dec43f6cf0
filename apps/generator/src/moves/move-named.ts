import type { Fleet } from '@bizflow/config';
import type { Fault } from '@bizflow/kernel';
import type { Move } from '@bizflow/region-catalog/moves';
import { refusal } from '../error.ts';

/** The move that a person names, or the only one; throws a {@link GeneratorError} that lists them otherwise. */
export const moveNamed = ({ moves }: Pick<Fleet, 'moves'>, id: string | undefined): Move => {
  const [found, ...others] = moves.filter((move) => id === undefined || move.id === id);
  if (found !== undefined && others.length === 0) return found;
  const ids = moves.map((move) => move.id);
  throw refusal({ code: 'MOVE_UNKNOWN', at: '--move', value: id, ...whyNot(ids, id) });
};

const whyNot = (
  ids: readonly string[],
  id: string | undefined,
): Pick<Fault, 'reason' | 'remedy'> => {
  if (ids.length === 0)
    return {
      reason: 'no move is in progress',
      remedy: 'begin one: npx nx generate @bizflow/generator:replace-region',
    };
  return {
    reason:
      id === undefined
        ? `is missing, and ${ids.length} moves are in progress`
        : 'is not a move that is in progress',
    remedy: `name one: ${ids.map((one) => `--move=${one}`).join(' or ')}`,
  };
};
