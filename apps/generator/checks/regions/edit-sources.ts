import type { Workspace } from '@bizflow/testing/workspace';
import type { Tree } from '@nx/devkit';
import { FsTree, flushChanges } from 'nx/src/generators/tree.js';
import { formatThenSay } from '../../src/scaffold/format.ts';

/** Changes the text of a source. */
export type Edit = (path: string, change: (text: string) => string) => void;

/** Changes sources of a copy with the generators' own edits, formats them, and says what was done. */
export function editSources(
  { root }: Workspace,
  done: string,
  change: (edit: Edit, tree: Tree) => void,
): void {
  const tree = new FsTree(root, false);
  change((path, changed) => tree.write(path, changed(tree.read(path, 'utf8') ?? '')), tree);
  flushChanges(root, tree.listChanges());
  formatThenSay(tree, done)();
}
