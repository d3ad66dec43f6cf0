import { factFiles, factsFolder } from '../facts-data.ts';
import { wholeTree } from './whole-tree.ts';

/** The facts themselves as data, so that a later change can compare with them and run no old code. */
export const factsTree = wholeTree(factsFolder, factFiles);
