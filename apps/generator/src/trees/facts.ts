import { factFiles, factsFolder } from '../facts-data.ts';
import { isWhole } from '../scope.ts';
import { serialize } from '../serialize.ts';
import type { RenderedTree } from './rendered-tree.ts';

/** The facts themselves as data, so that a later change can compare with them and run no old code. */
export const factsTree: RenderedTree = {
  folders: (_, scope) => (isWhole(scope) ? [factsFolder] : []),
  plan: (fleet, scope) => ({
    files: isWhole(scope)
      ? factFiles(fleet).map((file) => ({ path: file.path, text: serialize(file) }))
      : [],
    problems: [],
  }),
  parts: (fleet) => [{ name: factsFolder, files: () => factFiles(fleet) }],
};
