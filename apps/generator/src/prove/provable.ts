import type { Fleet } from '@bizflow/config';
import type { RenderedFleet } from '@bizflow/proofs';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError, plan, renderedFolders } from '../plan.ts';
import { type Folder, survey } from '../reconcile.ts';
import { renderedIn } from './rendered-in.ts';

/** What proofs look at, and how far it is of the facts. */
export interface Provable {
  readonly facts: Fleet;
  readonly rendered: RenderedFleet;
  /** Rendered files that differ from what the facts render: the proofs say nothing of the facts then. */
  readonly differing: readonly string[];
}

/** Reads the facts and the rendered files of the working tree; writes nothing. */
export async function provable(tree: Folder): Promise<Provable> {
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
  return { facts, rendered: await renderedIn(tree, facts), differing: [...differing].sort() };
}
