import type { Move } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { sources } from '../catalog-sources.ts';
import { editFile } from '../scaffold/edit-file.ts';
import { withElement, withImport, withMember, withoutElements } from '../scaffold/source-edit.ts';
import { camelCase, literal } from '../scaffold/typescript.ts';
import { withoutUnused } from '../scaffold/unused-source.ts';

/** The list of moves that are on their way. */
export const movesList = `${sources}/moves/moves.ts`;

/** The folder of their files. */
export const movesFolder = `${sources}/moves/under-way`;

/** The file of a move on its way. */
export const moveFile = ({ id }: Pick<Move, 'id'>): string => `${movesFolder}/${id}.ts`;

/** Writes a move that begins, and its entry in the list of moves. */
export function writeMove(tree: Tree, move: Move): void {
  const constant = camelCase(move.id);
  tree.write(
    moveFile(move),
    `import type { Move } from '../move.ts';\n\nexport const ${constant} = ${literal(move)} as const satisfies Move;\n`,
  );
  const line = `import { ${constant} } from './under-way/${move.id}.ts';`;
  editFile(tree, movesList, (text) => withImport(withElement(text, 'moves', constant), line));
}

/** Writes the step and the confirmations of a move. */
export function writeStep(tree: Tree, move: Move): void {
  editFile(tree, moveFile(move), (text) =>
    withMember(
      withMember(text, ['step'], `'${move.step}'`),
      ['confirmations'],
      literal(move.confirmations),
    ),
  );
}

/** Takes a move that has come to its end out of the sources. */
export function removeMove(tree: Tree, { id }: Move): void {
  tree.delete(moveFile({ id }));
  editFile(tree, movesList, (text) =>
    withoutUnused(withoutElements(text, 'moves', (element) => element === camelCase(id))),
  );
}
