import type { Tree } from '@nx/devkit';
import type { CostOptions } from '../../cost/cost.ts';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:cost`: what the fleet costs a month, or what a change of it does. */
export default readOnly(
  given(schema, async (tree: Tree, options: CostOptions) => {
    const { cost } = await load('cost/cost.ts', () => import('../../cost/cost.ts'));
    const lines = await clearly('FACTS_INVALID', () => cost(tree, options));
    await print(lines.join('\n'));
  }),
);
