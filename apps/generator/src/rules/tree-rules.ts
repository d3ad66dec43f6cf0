import type { Fleet } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import type { Folder } from '../reconcile.ts';
import type { RenderedFile } from '../trees/rendered-tree.ts';
import { citationRules } from './citation-rules.ts';
import { lostRootRules } from './lost-root-rules.ts';
import { moveFileRules } from './move-file-rules.ts';
import { runningVersionRules } from './running-version-rules.ts';

/**
 * What a plan must keep to in the tree that it is for: the running versions, what facts lead people to, files of
 * moves, and roots that still hold data.
 */
export const treeRules = (
  facts: Fleet,
  files: readonly RenderedFile[],
  tree: Pick<Folder, 'read' | 'isFile' | 'children'>,
): readonly Problem[] => [
  // What a move that left the list has undone follows from that.
  ...moveFileRules(facts, tree),
  ...runningVersionRules(facts, files, (path) => tree.read(path, 'utf8')),
  ...citationRules(facts, {
    isFile: (path) => tree.isFile(path),
    children: (folder) => tree.children(folder),
    rendered: observed(files),
  }),
  ...lostRootRules(facts, files, tree),
];

/** Whether a group of traces or a saved query is rendered; `undefined` where none is. */
function observed(files: readonly RenderedFile[]): ((name: string) => boolean) | undefined {
  const texts = files.filter(({ path }) => path.endsWith('/observability.tf.json'));
  return texts.length === 0
    ? undefined
    : (name) =>
        // The module puts `bizflow-` before the key of a group.
        [name, name.replace(/^bizflow-/, '')].some((key) =>
          texts.some(({ text }) => text.includes(`"${key}": `)),
        );
}
