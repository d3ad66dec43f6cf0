import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import type { NextStepOptions } from '../../moves/next-step.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:next-step`. */
export default writing(
  given(schema, async (tree: Tree, options: NextStepOptions) => {
    const { nextStep, refuseUnfinished, unrenderedStep } = await load(
      'moves/commands.ts',
      () => import('../../moves/commands.ts'),
    );
    return clearly('FACTS_INVALID', () => {
      if (options.confirm !== undefined) refuseUnfinished(tree);
      const end = nextStep(tree, options);
      if (options.confirm === undefined)
        for (const line of unrenderedStep(tree)) console.warn(line);
      return end;
    });
  }),
);
