import type { Tree } from '@nx/devkit';
import type { Verified } from '../../attest/verify-render.ts';
import { given } from '../../given.ts';
import { load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:verify-render`: whether a commit's `gitops/` is the render that was attested. */
export default readOnly(
  given(schema, async ({ root }: Tree, options: Verified) => {
    const { verifiedRender } = await load(
      'attest/verify-render.ts',
      () => import('../../attest/verify-render.ts'),
    );
    await print(verifiedRender(root, options));
  }),
);
