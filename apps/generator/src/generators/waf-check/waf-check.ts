import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';
import type { WafCheckOptions } from '../../waf-check.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:waf-check`: what the edge would do with a request, and why. */
export default readOnly(
  given(schema, async (tree: Tree, options: WafCheckOptions) => {
    const { wafCheck } = await load('waf-check.ts', () => import('../../waf-check.ts'));
    const lines = await clearly('FACTS_INVALID', () => wafCheck(tree, options));
    await print(lines.join('\n'));
  }),
);
