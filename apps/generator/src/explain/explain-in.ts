import type { Tree } from '@nx/devkit';
import { currentIndex } from './current-index.ts';
import { type ExplainOptions, explain } from './explain.ts';
import type { Folder } from './target.ts';

/** {@link explain}, with the index of the tree's own sources. */
export const explainIn = (
  tree: Folder & Pick<Tree, 'root'>,
  options: ExplainOptions,
): readonly string[] => explain(() => currentIndex(tree.root), tree, options);
