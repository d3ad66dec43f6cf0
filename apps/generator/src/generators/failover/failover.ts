import type { Tree } from '@nx/devkit';
import { clearly, load } from '../../load.ts';
import type { FailoverOptions } from '../../scaffold/fail-over.ts';
import { writing } from '../../write-changes.ts';

/** `nx generate @bizflow/generator:failover`. */
export default writing(async (tree: Tree, options: FailoverOptions) => {
  const { failOver } = await load(
    'scaffold/fail-over.ts',
    () => import('../../scaffold/fail-over.ts'),
  );
  return clearly('FACTS_INVALID', () => failOver(tree, options));
});
