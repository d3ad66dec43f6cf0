import type { Tree } from '@nx/devkit';
import { clearly, load } from '../../load.ts';
import type { NextStepOptions } from '../../moves/next-step.ts';
import { writing } from '../../write-changes.ts';

/** `nx generate @bizflow/generator:next-step`. */
export default writing(async (tree: Tree, options: NextStepOptions) => {
  const { nextStep } = await load('moves/commands.ts', () => import('../../moves/commands.ts'));
  return clearly('FACTS_INVALID', () => nextStep(tree, options));
});
