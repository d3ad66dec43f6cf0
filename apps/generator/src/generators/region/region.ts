import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import type { RegionOptions } from '../../scaffold/new-region.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:region`. */
export default writing(
  given(schema, async (tree: Tree, options: RegionOptions) => {
    const { addRegion } = await load(
      'scaffold/add-region.ts',
      () => import('../../scaffold/add-region.ts'),
    );
    return clearly('FACTS_INVALID', () => addRegion(tree, options));
  }),
);
