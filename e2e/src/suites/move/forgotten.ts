import { applications } from '../sync/applications.ts';
import type { Checkout } from './checkout.ts';
import type { Course } from './course.ts';
import { traces } from './judge.ts';

/** How often each Application of each cluster was synced, so that a step can be seen to sync nothing. */
export async function syncs({ ends }: Course): Promise<ReadonlyMap<string, number>> {
  const all = await Promise.all(
    ends.map(async ({ id, raised }) =>
      (await applications(raised.stage.plane.api)).map(
        (one) => [`${id}: ${one.name}`, one.syncs] as const,
      ),
    ),
  );
  return new Map(all.flat());
}

/** The Applications that were synced in between. */
export const synced = (
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): readonly string[] =>
  [...now].flatMap(([name, count]) =>
    count === before.get(name)
      ? []
      : [`${name} was synced ${count - (before.get(name) ?? 0)} times`],
  );

/** What is left of a region that has gone. */
export const leftOf = ({ from }: Course, { texts }: Checkout): readonly string[] =>
  traces(texts, from.split('/')[1] ?? '');
