import type { Tree } from '@nx/devkit';
import type { PromoteOptions } from '../../images/promotion-problems.ts';
import { load } from '../../load.ts';

/** `nx generate @bizflow/generator:promote`. */
export default async (tree: Tree, options: PromoteOptions) => {
  const { promote } = await load(() => import('../../images/promote.ts'));
  return promote(tree, options);
};
