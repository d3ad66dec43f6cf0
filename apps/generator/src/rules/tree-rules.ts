import type { Fleet } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import type { Folder } from '../reconcile.ts';
import type { RenderedFile } from '../trees/rendered-tree.ts';
import { citationRules } from './citation-rules.ts';
import { runningVersionRules } from './running-version-rules.ts';

/** What a plan must keep to in the tree that it is for: the running versions, and the pages that facts cite. */
export const treeRules = (
  facts: Fleet,
  files: readonly RenderedFile[],
  tree: Pick<Folder, 'read' | 'isFile'>,
): readonly Problem[] => [
  ...runningVersionRules(facts, files, (path) => tree.read(path, 'utf8')),
  ...citationRules(facts, (path) => tree.isFile(path)),
];
