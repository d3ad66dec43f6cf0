import type { Tree } from '@nx/devkit';
import type { ExplainOptions } from '../../explain/explain.ts';
import { given } from '../../given.ts';
import { load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:explain`: which facts decide a rendered line, or which lines a fact decides. */
export default readOnly(
  given(schema, async (tree: Tree, options: ExplainOptions) => {
    const { explainIn } = await load(
      'explain/explain-in.ts',
      () => import('../../explain/explain-in.ts'),
    );
    const lines = explainIn(tree, options);
    await print(lines.join('\n'));
  }),
);
