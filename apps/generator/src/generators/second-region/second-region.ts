import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import type { NewPlace } from '../../moves/move-options.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

interface SecondOptions extends NewPlace {
  readonly region: string;
  readonly beside: string;
  readonly people?: string;
}

/** `nx generate @bizflow/generator:second-region`. */
export default writing(
  given(schema, async (tree: Tree, { region: to, beside: from, ...options }: SecondOptions) => {
    const { secondRegion } = await load(
      'moves/commands.ts',
      () => import('../../moves/commands.ts'),
    );
    return clearly('FACTS_INVALID', () => secondRegion(tree, { ...options, from, to }));
  }),
);
