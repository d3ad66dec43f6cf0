import type { Catalog, RegionId } from '@bizflow/region-catalog';
import { type Course, regionIn, regionsOf, type Stage, type Unit } from './course.ts';

/** A state between two steps: what is applied has the facts of the second, all else those of the first. */
export interface World {
  readonly before: Stage;
  readonly after: Stage;
  readonly applied: readonly Unit[];
}

/** The facts that a unit has in a world. */
export const factsOf = ({ before, after, applied }: World, unit: Unit): Catalog =>
  (applied.includes(unit) ? after : before).catalog;

/** The regions of both steps of a world. */
export const idsIn = ({ before, after }: Pick<World, 'before' | 'after'>): readonly RegionId[] => [
  ...new Set([before, after].flatMap(({ catalog }) => regionsOf(catalog).map(({ id }) => id))),
];

// What a unit reads of the facts; a step that changes none of it gives nothing to apply.
const contentOf = (catalog: Catalog, unit: Unit): string => {
  if (unit === 'root/global')
    return JSON.stringify(
      regionsOf(catalog).map(({ id, country, serves, dns, fallback, life }) => {
        return [id, country, serves, dns.locations, fallback, life.waiting, life.extent];
      }),
    );
  const [kind, id] = unit.split('/');
  const region = regionIn(catalog, id as RegionId);
  if (region === undefined) return '';
  const { serves, database, redis, buckets, life } = region;
  return JSON.stringify(
    kind === 'cluster'
      ? life.extent
      : [
          serves,
          database,
          redis.global,
          buckets,
          life.keeps,
          life.copies,
          life.extent === 'remains',
        ],
  );
};

/** The units that a step changes, those of DNS last. */
export const changedUnits = (before: Stage, after: Stage): readonly Unit[] =>
  [
    ...idsIn({ before, after }).flatMap((id): Unit[] => [`root/${id}`, `cluster/${id}`]),
    'root/global' as const,
  ].filter((unit) => contentOf(before.catalog, unit) !== contentOf(after.catalog, unit));

/** Every choice from a list, the small ones first. */
const choices = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((_, index) => (bits & (1 << index)) !== 0),
  ).toSorted((one, other) => one.length - other.length);

/**
 * Every state that a move may be in: the units of a step are applied in any order, so any of them may be done
 * and any not. The next step is written when all are, so that no unit is two steps behind.
 */
export const worldsOf = ({ stages }: Course): readonly World[] =>
  stages.flatMap((after, index) => {
    const before = stages[index - 1];
    if (before === undefined) return [{ before: after, after, applied: [] }];
    return choices(changedUnits(before, after)).map((applied) => ({ before, after, applied }));
  });
