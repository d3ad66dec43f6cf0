import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import type { PromoteOptions } from '../../images/promotion-rules.ts';
import { clearly, load } from '../../load.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:promote`. */
export default writing(
  given(schema, async (tree: Tree, options: PromoteOptions) => {
    const { promote } = await load('images/promote.ts', () => import('../../images/promote.ts'));
    return clearly('FACTS_INVALID', () => promote(tree, options));
  }),
);
