import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import type { FailoverOptions } from '../../scaffold/fail-over.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:failover`. */
export default writing(
  given(schema, async (tree: Tree, options: FailoverOptions) => {
    const { failOver } = await load(
      'scaffold/fail-over.ts',
      () => import('../../scaffold/fail-over.ts'),
    );
    return clearly('FACTS_INVALID', () => failOver(tree, options));
  }),
);
