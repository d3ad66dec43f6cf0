import { runbookFiles, runbookRules, runbooksFolder } from '@bizflow/runbooks';
import { wholeTree } from './whole-tree.ts';

/** What people read and run when a place is lost. */
export const runbooksTree = wholeTree(runbooksFolder, runbookFiles, runbookRules);
