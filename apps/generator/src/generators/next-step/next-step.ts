import type { Tree } from '@nx/devkit';
import { clearly, load } from '../../load.ts';
import type { NextStepOptions } from '../../moves/next-step.ts';
import { writing } from '../../write-changes.ts';

/** `nx generate @bizflow/generator:next-step`. */
export default writing(async (tree: Tree, options: NextStepOptions) => {
  const { nextStep, refuseUnfinished } = await load(
    'moves/commands.ts',
    () => import('../../moves/commands.ts'),
  );
  return clearly('FACTS_INVALID', () => {
    if (options.confirm !== undefined) refuseUnfinished(tree);
    return nextStep(tree, options);
  });
});
