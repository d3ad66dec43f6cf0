import { repository } from '@bizflow/testing/repository';
import { FsTree } from 'nx/src/generators/tree.js';
import { expect, it } from 'vitest';
import { factsOf } from '../facts.ts';
import { plan } from '../plan.ts';
import { workTreeSide } from './work-tree-side.ts';

it('refuses a rendered file that was edited: Argo CD would pull what no plan tells', () => {
  const tree = new FsTree(repository, false);
  const path = plan(factsOf(tree), {})
    .files.map((file) => file.path)
    .find((one) => /rollout-/.test(one));
  tree.write(path ?? '', `${tree.read(path ?? '', 'utf8')}edited: true\n`);
  const own = workTreeSide(tree);
  expect(() => own.notes()).toThrow(/FILE_EDITED/);
  // A comparison of two commits asks for no notes: it looks at neither edit nor work tree.
});
