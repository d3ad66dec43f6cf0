import { fleetRules } from '@bizflow/config';
import { type Proof, prove } from '@bizflow/proofs';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError } from '../plan.ts';
import { renderedIn, type TreeOfFiles } from './rendered-in.ts';

/** Runs every proof on the rendered files in the working tree; writes nothing. */
export async function proofsOf(tree: TreeOfFiles): Promise<readonly Proof[]> {
  const facts = factsOf(tree);
  const unsound = fleetRules(facts).filter(isError);
  if (unsound.length > 0) throw new GeneratorError(unsound);
  return prove(await renderedIn(tree, facts));
}
