import type { Tree } from '@nx/devkit';
import { given } from '../../given.ts';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';
import schema from './schema.json' with { type: 'json' };

export interface ProveOptions {
  readonly json: boolean;
}

/** `nx generate @bizflow/generator:prove`: the proofs of the whole rendered fleet, with witnesses or counter-examples. */
export default readOnly(
  given(schema, async (tree: Tree, { json }: ProveOptions) => {
    const { proved } = await load('prove/prove.ts', () => import('../../prove/prove.ts'));
    const { proofLines } = await load('prove/report.ts', () => import('../../prove/report.ts'));
    const result = await clearly('FACTS_INVALID', () => proved(tree));
    await print(json ? JSON.stringify(result) : proofLines(result).join('\n'));
    const holds = result.differing.length === 0 && result.proofs.every((proof) => proof.holds);
    if (!holds) process.exit(1);
  }),
);
