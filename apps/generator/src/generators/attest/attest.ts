import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:attest`: one line with the statement that `gitops/` is the render of this commit. */
export default readOnly(
  given(schema, async (tree: Tree) => {
    const { attestation } = await load('attest/attest.ts', () => import('../../attest/attest.ts'));
    await print(JSON.stringify(await clearly('FACTS_INVALID', () => attestation(tree))));
  }),
);
