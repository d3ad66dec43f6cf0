import { runbookFiles, runbookRules, runbooksFolder } from '@bizflow/runbooks';
import { isWhole } from '../scope.ts';
import { serialize } from '../serialize.ts';
import type { RenderedTree } from './rendered-tree.ts';

/** What people read and run when a place is lost; it is about the whole fleet or nothing. */
export const runbooksTree: RenderedTree = {
  folders: (_, scope) => (isWhole(scope) ? [runbooksFolder] : []),
  plan: (fleet, scope) => ({
    files: isWhole(scope)
      ? runbookFiles(fleet).map((file) => ({ path: file.path, text: serialize(file) }))
      : [],
    problems: isWhole(scope) ? runbookRules(fleet) : [],
  }),
  parts: (fleet) => [{ name: runbooksFolder, files: () => runbookFiles(fleet) }],
};
