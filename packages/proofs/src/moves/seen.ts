import type { Catalog, RegionId } from '@bizflow/region-catalog';
import { type Course, regionIn, regionsOf } from './course.ts';
import type { Crowd } from './crowds.ts';
import { factsOf, idsIn, type World } from './worlds.ts';

/** A world as people and data meet it: of each unit the facts that it has. */
export interface Seen {
  /** The facts of DNS. */
  readonly zone: Catalog;
  /** Each region that stands: its data as its root has it, its people as DNS leads them there. */
  readonly regions: Catalog;
  /** Where services run. */
  readonly runs: readonly RegionId[];
}

/** What a world looks like while its units are applied one by one. */
export const seen = (course: Course, world: World): Seen => {
  const zone = factsOf(world, 'root/global');
  const standing = idsIn(course).flatMap((id) => {
    const own = regionIn(factsOf(world, `root/${id}`), id);
    if (own === undefined) return [];
    const led = regionIn(zone, id);
    const { serves, dns, fallback, life } = led ?? {
      ...own,
      ...{ serves: [], dns: { ...own.dns, locations: [] } },
    };
    // People copy and erase rows when a step is rendered, whatever is applied; until then they stay.
    const told = regionIn(world.rendered.catalog, id);
    const keeps = [...new Set([...own.life.keeps, ...own.serves, ...(told?.life.keeps ?? [])])];
    const { waiting } = life;
    return [[id, { ...own, serves, dns, fallback, life: { ...own.life, keeps, waiting } }]];
  });
  const regions = Object.fromEntries(standing) as Catalog;
  const runs = regionsOf(regions)
    .map(({ id }) => id)
    .filter((id) => regionIn(factsOf(world, `cluster/${id}`), id)?.life.extent === 'whole');
  return { zone, regions, runs };
};

/** Who answers a crowd: its own region, another one that stands by, or the page. */
export type Answer = RegionId | 'page';

/** Who answers a crowd in a world while a region is down, or none is. */
export const answerTo = (
  { zone, runs }: Seen,
  { home, isWaiting }: Pick<Crowd, 'home' | 'isWaiting'>,
  down: RegionId | null,
): Answer => {
  if (home === undefined || isWaiting) return 'page';
  // DNS has an address only for a region whose services it knows to run.
  const isUp = (id: RegionId) =>
    id !== down && runs.includes(id) && regionIn(zone, id)?.life.extent === 'whole';
  if (isUp(home)) return home;
  const fallback = regionIn(zone, home)?.fallback;
  return fallback?.kind === 'region' && isUp(fallback.region) ? fallback.region : 'page';
};
