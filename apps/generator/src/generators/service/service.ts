import type { Tree } from '@nx/devkit';
import { clearly, load } from '../../load.ts';
import type { ServiceOptions } from '../../scaffold/add-service.ts';
import { writing } from '../../write-changes.ts';

/** `nx generate @bizflow/generator:service`. */
export default writing(async (tree: Tree, options: ServiceOptions) => {
  const { addService } = await load(
    'scaffold/add-service.ts',
    () => import('../../scaffold/add-service.ts'),
  );
  return clearly('FACTS_INVALID', () => addService(tree, options));
});
