import { rootNames } from '@bizflow/proofs';
import { inRoot } from '../at.ts';
import { changedRoots, placeOfRoot } from '../difference/resources.ts';
import { rule } from '../effect.ts';
import { listed } from '../text.ts';

/** Two roots of which one must be applied before the other: what the second looks for, only the first makes. */
export const order = rule('dangers/root-order', ({ before, after }) => {
  const roots = changedRoots(before, after).map(({ was, is }) => ({
    was: was && rootNames(was),
    is: is && rootNames(is),
  }));
  const makes = roots.flatMap(({ was, is }) =>
    [...(is?.made ?? [])]
      .filter((thing) => was?.made.has(thing) !== true)
      .map((thing) => [thing, is?.root ?? ''] as const),
  );
  const maker = new Map(makes);
  return roots.flatMap(({ is }) => {
    const needs = [...(is?.needed ?? [])].flatMap(([thing, address]) => {
      const first = maker.get(thing);
      return first === undefined || first === is?.root ? [] : [{ thing, address, first }];
    });
    return [...Map.groupBy(needs, ({ first }) => first)].map(([first, all]) => ({
      place: placeOfRoot(is?.root ?? ''),
      to: `the root ${placeOfRoot(is?.root ?? '')}`,
      does: `must be applied after ${placeOfRoot(first)}, which makes what it needs`,
      at: inRoot(is?.root ?? '', all[0]?.address),
      after: listed(
        all.map(({ thing }) => thing),
        3,
      ),
    }));
  });
});

/** A thing that a root no longer makes, while another root that stays still looks for it. */
export const removed = rule('dangers/root-order-removal', ({ before, after }) => {
  const changed = changedRoots(before, after);
  const gone = changed.flatMap(({ was, is }) => {
    const old = was === undefined ? [] : [...rootNames(was).made];
    const kept = is === undefined ? new Set<string>() : rootNames(is).made;
    return old
      .filter((thing) => !kept.has(thing))
      .map((thing) => ({ thing, root: was?.root ?? '' }));
  });
  if (gone.length === 0) return [];
  const seekers = before.plans.map(rootNames);
  return gone.flatMap(({ thing, root }) =>
    seekers
      .filter((one) => one.root !== root && one.needed.has(thing))
      .map((one) => ({
        place: placeOfRoot(root),
        to: `the root ${placeOfRoot(root)}`,
        does: `must be applied after ${placeOfRoot(one.root)}, which no longer needs it`,
        at: inRoot(root),
        before: thing,
      })),
  );
});
