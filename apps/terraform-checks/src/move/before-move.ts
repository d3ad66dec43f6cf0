import type { Step } from '@bizflow/config/order';
import { spotsOf, stateBuckets } from '../order/before.ts';
import { copied, play, type Turn } from '../order/play.ts';
import { storedObjects } from './objects.ts';
import type { Played } from './played.ts';
import { textAt } from './roots.ts';
import { settle } from './settle.ts';
import { orderIn, playedRoots, rendered, type Theatre } from './theatre.ts';
import { turnLines } from './told-move.ts';

/**
 * The fleet before a move, as far as the move reads it: the roots that it plays, in the order from empty accounts, and
 * of the others the buckets and keys that these copy to. The last applies show that nothing is left to do.
 */
export async function stands(theatre: Theatre): Promise<Played> {
  const { facts, stage } = theatre;
  // The pipeline's home needs the subnets of staging; what a move changes of it is applied by `settle`.
  const own = playedRoots(theatre).filter(({ stage }) => stage !== 'pipeline');
  const steps = partsOf(orderIn(theatre), new Set(own.map(({ root }) => root)));
  const roots = [
    ...steps.flatMap((step) => step.roots),
    ...playedRoots(theatre).map(({ root }) => root),
  ];
  console.log('before the move');
  await stateBuckets(spotsOf(roots, stage));
  const turns: Turn[] = [];
  for (const step of steps) {
    const done = await play(step, stage);
    for (const line of done.flatMap((turn) => turnLines(turn, theatre.known))) console.log(line);
    turns.push(...done);
    if (step.targets.length === 0)
      for (const { root } of done) theatre.applied.set(root, textAt(facts.workspace.root, root));
    const written = copied(step, done).map(
      ({ to, value }) => value !== null && facts.write(to, value),
    );
    if (written.includes(true)) rendered(theatre, 'values');
  }
  const settled = await settle(theatre, 'before');
  await storedObjects(theatre);
  return {
    applies: turns.length + settled.applies,
    deviations: [...turns.flatMap((turn) => turn.deviations), ...settled.deviations],
    problems: settled.problems,
  };
}

/**
 * The steps from empty accounts for some roots: all but the first sync, and of other roots the keys that theirs are copies
 * of, and where data of theirs is copied to.
 */
export const partsOf = (steps: readonly Step[], played: ReadonlySet<string>): readonly Step[] => {
  const needed = neededBy(steps, played);
  const seen = new Set<string>();
  return steps.flatMap((step) => {
    const isPart = (root: string) =>
      played.has(root) || (step.targets.length > 0 && needed.has(root));
    const roots = step.chapter === 'sync' ? [] : step.roots.filter(isPart);
    const isAgain = step.targets.length === 0 && roots.every((root) => seen.has(root));
    if (step.targets.length === 0) for (const root of roots) seen.add(root);
    const copies = step.copies.filter(({ root }) => roots.includes(root));
    return roots.length === 0 || isAgain ? [] : [{ ...step, roots, copies }];
  });
};

const neededBy = (steps: readonly Step[], played: ReadonlySet<string>): ReadonlySet<string> => {
  const hubs = steps.flatMap(({ chapter, copies }) =>
    chapter === 'keys' ? copies.map(({ root }) => root) : [],
  );
  const copiedTo = steps.flatMap(({ targets, roots }) =>
    targets.includes('module.s3') ? roots : [],
  );
  return new Set([...hubs, ...(hubs.some((hub) => played.has(hub)) ? copiedTo : [])]);
};
