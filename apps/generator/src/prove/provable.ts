import type { Fleet } from '@bizflow/config';
import type { RenderedFleet } from '@bizflow/proofs';
import { factsOf } from '../facts.ts';
import { renderedFolders } from '../plan.ts';
import { type Folder, survey } from '../reconcile.ts';
import { soundPlan } from '../sound-plan.ts';
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
  const files = soundPlan(tree, facts);
  const {
    missing,
    stale,
    removed,
    problems: kept,
  } = survey(tree, renderedFolders(facts, {}), files);
  const differing = new Set([...missing, ...stale, ...removed, ...kept.map(({ at }) => at)]);
  return { facts, rendered: await renderedIn(tree, facts), differing: [...differing].sort() };
}
