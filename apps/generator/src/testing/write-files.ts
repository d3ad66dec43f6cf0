import type { Tree } from '@nx/devkit';
import { FsTree } from 'nx/src/generators/tree.js';
import { writing } from '../write-changes.ts';

// `node write-files.ts <root> <text>`: writes that text to three files of the folder and deletes a fourth, as a
// generator does. A program of its own, so that a test can kill it.
const [, , root = '', text = ''] = process.argv;
await writing(async (tree: Tree) => {
  for (const name of ['a', 'b', 'c']) tree.write(`gitops/${name}.yaml`, text);
  tree.delete('gitops/old.yaml');
})(new FsTree(root, false), undefined);
