import type { Tree } from '@nx/devkit';
import type { EvidenceOptions } from '../../evidence/evidence.ts';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:evidence`: what auditors and data protection officers read of each law. */
export default writing(
  given(schema, async (tree: Tree, options: EvidenceOptions) => {
    const { evidence } = await load(
      'evidence/evidence.ts',
      () => import('../../evidence/evidence.ts'),
    );
    const line = await clearly('FACTS_INVALID', () => evidence(tree, options));
    return () => print(line);
  }),
);
