import type { Tree } from '@nx/devkit';
import type { CostOptions } from '../../cost/cost.ts';
import { load } from '../../load.ts';

/** `nx generate @bizflow/generator:cost`: what the fleet costs a month, or what a change of it does. */
export default async (tree: Tree, options: CostOptions) => {
  const { cost } = await load(() => import('../../cost/cost.ts'));
  const lines = cost(tree, options);
  return () => console.log(lines.join('\n'));
};
