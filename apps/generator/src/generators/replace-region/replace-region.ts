import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import type { NewPlace } from '../../moves/move-options.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

interface ReplaceOptions extends NewPlace {
  readonly from: string;
  readonly with: string;
}

/** `nx generate @bizflow/generator:replace-region`. */
export default writing(
  given(schema, async (tree: Tree, { with: to, ...options }: ReplaceOptions) => {
    const { replaceRegion } = await load(
      'moves/commands.ts',
      () => import('../../moves/commands.ts'),
    );
    return clearly('FACTS_INVALID', () => replaceRegion(tree, { ...options, to }));
  }),
);
