import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:explorer`: the fleet as it is, as a page that a browser opens. */
export default writing(
  given(schema, async (tree: Tree, _options: object) => {
    const { explorer, explorerPath } = await load(
      'page/explorer.ts',
      () => import('../../page/explorer.ts'),
    );
    // Not part of a bundle: the bundler itself does not fit into one.
    const { pageAssets } = await import('../../page/assets.ts');
    const bytes = await clearly('FACTS_INVALID', async () => explorer(tree, await pageAssets()));
    return () =>
      print(`explorer: ${explorerPath}, ${Math.ceil(bytes / 1024)} KB; open it in a browser`);
  }),
);
