import { clientFiles, clientsFolder } from '@bizflow/clients';
import { isWhole } from '../scope.ts';
import { serialize } from '../serialize.ts';
import type { RenderedTree } from './rendered-tree.ts';

/** The catalog for readers in Python, Go and Terraform; it is about the whole fleet or nothing. */
export const clientsTree: RenderedTree = {
  folders: (_, scope) => (isWhole(scope) ? [clientsFolder] : []),
  plan: (fleet, scope) => ({
    files: isWhole(scope)
      ? clientFiles(fleet).map((file) => ({ path: file.path, text: serialize(file) }))
      : [],
    problems: [],
  }),
  parts: (fleet) => [{ name: clientsFolder, files: () => clientFiles(fleet) }],
};
