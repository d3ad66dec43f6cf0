import type { Tree } from '@nx/devkit';
import type { PromoteOptions } from '../../images/promotion-rules.ts';
import { clearly, load } from '../../load.ts';
import { writing } from '../../write-changes.ts';

/** `nx generate @bizflow/generator:promote`. */
export default writing(async (tree: Tree, options: PromoteOptions) => {
  const { promote } = await load('images/promote.ts', () => import('../../images/promote.ts'));
  return clearly('FACTS_INVALID', () => promote(tree, options));
});
