import type { Tree } from '@nx/devkit';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';

/** `nx sync` and `nx sync:check`; Nx wants a result object here, and a render must return none. */
export default readOnly(async (tree: Tree) => {
  const { drift } = await load('drift.ts', () => import('../../drift.ts'));
  const found = await clearly('FACTS_INVALID', () => drift(tree));
  if (found === undefined || !process.argv.includes('sync:check')) return found;
  // After a check Nx would advise `nx sync`; a person renders, which says what it writes.
  await print(['', ...found.outOfSyncDetails, '', found.outOfSyncMessage].join('\n'));
  process.exit(1);
});
