import { clientFiles, clientsFolder } from '@bizflow/clients';
import { wholeTree } from './whole-tree.ts';

/** The catalog for readers in Python, Go and Terraform. */
export const clientsTree = wholeTree(clientsFolder, clientFiles);
