import type { Tree } from '@nx/devkit';
import type { PinOptions } from '../../images/pin-rules.ts';
import { load } from '../../load.ts';
import { writing } from '../../write-changes.ts';

/** `nx generate @bizflow/generator:pin-images`: the only command that calls AWS. */
export default writing(async (tree: Tree, options: PinOptions) => {
  const { pinImages } = await load(
    'images/pin-images.ts',
    () => import('../../images/pin-images.ts'),
  );
  return pinImages(tree, options);
});
