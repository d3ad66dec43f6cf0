import { type Proof, prove } from '@bizflow/proofs';
import type { Folder } from '../reconcile.ts';
import { type Provable, provable } from './provable.ts';

/** What was proved, of which files. */
export interface Proved extends Pick<Provable, 'differing'> {
  readonly proofs: readonly Proof[];
}

/** Runs every proof on the rendered files in the working tree; writes nothing. */
export async function proved(tree: Folder): Promise<Proved> {
  const { rendered, differing } = await provable(tree);
  return { proofs: prove(rendered), differing };
}
