import { eachOf } from '../cli/run.ts';
import { spotsOf, stateBuckets } from '../order/before.ts';
import { copied, type Turn } from '../order/play.ts';
import { applied } from './apply.ts';
import { takenStores } from './harm-rules.ts';
import type { Played } from './played.ts';
import { type Root, textAt } from './roots.ts';
import { dueRoots, orderIn, rendered, type Theatre } from './theatre.ts';
import { turnLines } from './told-move.ts';

/** Of the pipeline's home a move changes only where images are copied to; the rest needs subnets of staging. */
const copiesOfImages = ['module.delivery.aws_ecr_replication_configuration.this'];

/**
 * Applies every root that says something new, stage by stage as GitHub does, two at a time; writes what AWS assigned into
 * the facts, and again, until nothing is new.
 */
export async function settle(theatre: Theatre, step: string): Promise<Played> {
  const turns: Turn[] = [];
  for (let due = dueRoots(theatre); due.length > 0; due = dueRoots(theatre)) {
    if (turns.length > 60) throw new Error(`${step}: the roots never settle`);
    await stateBuckets(newSpots(due, theatre));
    for (const roots of Map.groupBy(due, ({ stage }) => stage).values())
      turns.push(...(await appliedTogether(roots, theatre)));
    if (written(turns, theatre)) rendered(theatre, `${step}: values`);
  }
  return {
    applies: turns.length,
    deviations: turns.flatMap((turn) => turn.deviations),
    problems: [
      ...turns.flatMap(({ root, taken }) => takenStores(step, root, taken)),
      ...turns.flatMap(({ called }) => called.refused),
    ],
  };
}

// The bucket of a state is there before its root is applied for the first time.
const newSpots = (due: readonly Root[], { stage, applied: before }: Theatre) =>
  spotsOf(
    due.map(({ root }) => root).filter((root) => !before.has(root)),
    stage,
  );

const appliedTogether = (roots: readonly Root[], theatre: Theatre): Promise<readonly Turn[]> =>
  eachOf(roots, 2, async ({ root, stage }) => {
    const text = textAt(theatre.facts.workspace.root, root);
    const one = await applied(root, theatre.stage, stage === 'pipeline' ? copiesOfImages : []);
    theatre.applied.set(root, text);
    for (const line of turnLines(one, theatre.known)) console.log(line);
    return one;
  });

/** Writes what the roots printed into the facts, and says whether any of it is new. */
const written = (turns: readonly Turn[], theatre: Theatre): boolean =>
  orderIn(theatre)
    .flatMap((step) => copied(step, turns.toReversed()))
    .filter(({ to, value }) => value !== null && theatre.facts.write(to, value)).length > 0;
