import type { Fleet } from '@bizflow/config';
import { type Problem, problem } from '@bizflow/kernel';
import { moveFile, movesFolder, movesList } from '../moves/move-file.ts';
import type { Folder } from '../reconcile.ts';

/**
 * Every move that has a file is in the list of moves: a move that only leaves the list is undone in silence, and its
 * page goes while people and data are between two regions.
 */
export const moveFileRules = (
  { moves }: Pick<Fleet, 'moves'>,
  tree: Pick<Folder, 'children'>,
): readonly Problem[] => {
  const listed = moves.map(moveFile);
  return tree
    .children(movesFolder)
    .map((name) => `${movesFolder}/${name}`)
    .filter((path) => path.endsWith('.ts') && !listed.includes(path))
    .map((path) =>
      problem({
        code: 'MOVE_UNLISTED',
        at: path,
        value: undefined,
        reason: `is the file of a move, and ${movesList} does not list a move of this name`,
        remedy: 'list it again; what was written of a move is undone by a revert of its commits',
      }),
    );
};
