import type { Tree } from '@nx/devkit';
import { load } from '../../load.ts';
import type { WafCheckOptions } from '../../waf-check.ts';

/** `nx generate @bizflow/generator:waf-check`: what the edge would do with a request, and why. */
export default async (tree: Tree, options: WafCheckOptions) => {
  const { wafCheck } = await load(() => import('../../waf-check.ts'));
  const lines = wafCheck(tree, options);
  return () => console.log(lines.join('\n'));
};
