import { type Proof, prove } from '@bizflow/proofs';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError, plan, renderedFolders } from '../plan.ts';
import { type Folder, survey } from '../reconcile.ts';
import { renderedIn } from './rendered-in.ts';

/** What was proved, of which files. */
export interface Proved {
  readonly proofs: readonly Proof[];
  /** Rendered files that differ from what the facts render: the proofs say nothing of the facts then. */
  readonly differing: readonly string[];
}

/** Runs every proof on the rendered files in the working tree; writes nothing. */
export async function proved(tree: Folder): Promise<Proved> {
  const facts = factsOf(tree);
  const { files, problems } = plan(facts, {});
  const unsound = problems.filter(isError);
  if (unsound.length > 0) throw new GeneratorError(unsound);
  const {
    missing,
    stale,
    removed,
    problems: kept,
  } = survey(tree, renderedFolders(facts, {}), files);
  const differing = new Set([...missing, ...stale, ...removed, ...kept.map(({ at }) => at)]);
  return { proofs: prove(await renderedIn(tree, facts)), differing: [...differing].sort() };
}
