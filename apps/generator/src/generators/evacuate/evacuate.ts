import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import type { MoveOptions } from '../../moves/move-options.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:evacuate`. */
export default writing(
  given(schema, async (tree: Tree, options: MoveOptions) => {
    const { evacuate } = await load('moves/commands.ts', () => import('../../moves/commands.ts'));
    return clearly('FACTS_INVALID', () => evacuate(tree, options));
  }),
);
