import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import type { PinOptions } from '../../images/pin-rules.ts';
import { load } from '../../load.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:pin-images`: the only command that calls AWS. */
export default writing(
  given(schema, async (tree: Tree, options: PinOptions) => {
    const { pinImages } = await load(
      'images/pin-images.ts',
      () => import('../../images/pin-images.ts'),
    );
    return pinImages(tree, options);
  }),
);
