import type { Tree } from '@nx/devkit';
import { clearly, load } from '../../load.ts';
import { readOnly } from '../../read-only.ts';

/** `nx sync` and `nx sync:check`; Nx wants a result object here, and a render must return none. */
export default readOnly(async (tree: Tree) => {
  const { drift } = await load('drift.ts', () => import('../../drift.ts'));
  return clearly('FACTS_INVALID', () => drift(tree));
});
