import { once } from '@bizflow/kernel';
import type { Catalog, RegionId } from '@bizflow/region-catalog';
import { type Course, regionIn, regionsOf, type Stage, type Unit } from './course.ts';

/** A state of a move: one step is rendered, and each unit has its facts or those of a step before it. */
export interface World {
  readonly rendered: Stage;
  /** The step before, and what was known when the rendered one was written. */
  readonly before: Stage;
  /** The step whose facts each unit has. */
  readonly has: ReadonlyMap<Unit, Stage>;
}

/** The facts that a unit has in a world. */
export const factsOf = ({ has, rendered }: World, unit: Unit): Catalog =>
  (has.get(unit) ?? rendered).catalog;

/** Every region that a move knows at any step. */
export const idsIn = ({ stages }: Pick<Course, 'stages'>): readonly RegionId[] => [
  ...new Set(stages.flatMap(({ catalog }) => regionsOf(catalog).map(({ id }) => id))),
];

/** What is applied by itself in some regions, DNS last. */
export const unitsOf = (course: Pick<Course, 'stages'>): readonly Unit[] => [
  ...idsIn(course).flatMap((id): Unit[] => [`root/${id}`, `cluster/${id}`]),
  'root/global',
];

/** What a unit reads of some facts; a step that changes none of it gives nothing to apply. */
export const contentOf = (catalog: Catalog, unit: Unit): string => contents(catalog)(unit);

// Every state of a move compares the same facts again.
const contents = once((catalog: Catalog) => {
  const known = new Map<Unit, string>();
  return (unit: Unit): string => {
    const before = known.get(unit);
    if (before !== undefined) return before;
    const found = read(catalog, unit);
    known.set(unit, found);
    return found;
  };
});

const read = (catalog: Catalog, unit: Unit): string => {
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
  const { keeps, copies, extent } = life;
  return JSON.stringify(
    kind === 'cluster'
      ? extent
      : [serves, database, redis.global, buckets, keeps, copies, extent === 'remains'],
  );
};

/** The steps whose facts a unit may have while one is rendered: back to the last that it was seen to have. */
const possible = (stages: readonly Stage[], index: number, unit: Unit): readonly Stage[] => {
  const seen = stages.slice(0, index).findLastIndex(({ shown }) => shown.includes(unit));
  const since = stages.slice(Math.max(seen, 0), index + 1);
  // Steps that look the same to the unit are one; the newest comes first.
  return [
    ...new Map(since.map((stage) => [contentOf(stage.catalog, unit), stage])).values(),
  ].toReversed();
};

/** Every combination of one choice for each unit, those that lag least first. */
const combined = (choices: readonly (readonly [Unit, readonly Stage[]])[]): World['has'][] => {
  const all = choices.reduce<readonly (readonly [Unit, Stage][])[]>(
    (before, [unit, stages]) =>
      before.flatMap((some) => stages.map((stage) => [...some, [unit, stage] as [Unit, Stage]])),
    [[]],
  );
  return all.map((one) => new Map(one));
};

/**
 * Every state that a move may be in. The units of a step are applied in any order, and a step waits only for what its
 * confirmations show: any other unit may lag behind by any number of steps.
 */
export const worldsOf = (course: Course): readonly World[] => {
  const { stages } = course;
  return stages.flatMap((rendered, index) => {
    const before = stages[index - 1] ?? rendered;
    const choices = unitsOf(course).map((unit) => [unit, possible(stages, index, unit)] as const);
    return combined(choices).map((has) => ({ rendered, before, has }));
  });
};
