import type { Tree } from '@nx/devkit';
import { clearly, load } from '../../load.ts';
import { print } from '../../print.ts';
import { readOnly } from '../../read-only.ts';

export interface ProveOptions {
  readonly json: boolean;
}

/** `nx generate @bizflow/generator:prove`: the proofs of the whole rendered fleet, with witnesses or counter-examples. */
export default readOnly(async (tree: Tree, { json }: ProveOptions) => {
  const { proofsOf } = await load('prove/prove.ts', () => import('../../prove/prove.ts'));
  const { proofLines } = await load('prove/report.ts', () => import('../../prove/report.ts'));
  const proofs = await clearly('FACTS_INVALID', () => proofsOf(tree));
  await print(json ? JSON.stringify({ proofs }) : proofLines(proofs).join('\n'));
  if (proofs.some(({ holds }) => !holds)) process.exit(1);
});
