import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import type { ServiceOptions } from '../../scaffold/add-service.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:service`. */
export default writing(
  given(schema, async (tree: Tree, options: ServiceOptions) => {
    const { addService } = await load(
      'scaffold/add-service.ts',
      () => import('../../scaffold/add-service.ts'),
    );
    return clearly('FACTS_INVALID', () => addService(tree, options));
  }),
);
