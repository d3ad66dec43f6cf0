import { type Problem, unless } from '@bizflow/kernel';
import { primariesOf } from '../flows.ts';
import { followers } from '../readings.ts';
import type { Region } from '../region.ts';
import { type Catalog, sheetOf } from '../sheet-of.ts';

type Rule = (catalog: Catalog) => readonly Problem[];

/** A fact that names a region. */
interface Reference {
  readonly at: string;
  readonly target: string;
}

const referencesOf = ({ id, database, fallback, buckets }: Region): readonly Reference[] =>
  [
    { at: `${id}.database.writer`, target: database.writer === id ? null : database.writer },
    { at: `${id}.database.source`, target: database.source },
    { at: `${id}.fallback.region`, target: fallback.kind === 'region' ? fallback.region : null },
    ...buckets.map(({ replicatesTo }, index) => ({
      at: `${id}.buckets[${index}].replicatesTo`,
      target: replicatesTo,
    })),
  ].flatMap(({ at, target }) => (target === null ? [] : [{ at, target }]));

const regionsExist: Rule = (catalog) =>
  Object.values(catalog).flatMap((region) =>
    referencesOf(region).flatMap(({ at, target }) =>
      unless(target !== region.id && sheetOf(catalog, target) !== undefined, {
        code: 'REGION_UNKNOWN',
        at,
        value: target,
        reason: target === region.id ? 'is the region itself' : 'is not a region of the catalog',
        remedy: 'name another region of the catalog',
      }),
    ),
  );

// A datastore names no region, but a secondary depends on its primary.
const copiedBy = (region: Region, catalog: Catalog): readonly Reference[] =>
  primariesOf(region, catalog).map(({ id }) => ({ at: `${region.id}.redis.global`, target: id }));

// A service of a region that has none would give no answer, and what remains of a region is destroyed.
const nobodyUsesTheLeaving: Rule = (catalog) =>
  Object.values(catalog)
    .flatMap((region) => [...referencesOf(region), ...copiedBy(region, catalog)])
    .flatMap(({ at, target }) => {
      const extent = sheetOf(catalog, target)?.life.extent;
      const usable = at.endsWith('.fallback.region') ? ['whole'] : ['whole', 'platform'];
      return unless(extent === undefined || usable.includes(extent), {
        code: 'REGION_LEAVING',
        at,
        value: target,
        reason:
          extent === 'remains'
            ? 'is about to be destroyed'
            : 'runs no service, so it cannot answer',
        remedy: 'name a region that stays, before the move of the other goes on',
      });
    });

const peopleAreServed: Rule = (catalog) =>
  Object.values(catalog)
    .filter(({ life }) => life.extent !== 'whole')
    .flatMap(({ id, serves, dns: { locations } }) => [
      ...stranded(`${id}.serves`, serves),
      ...stranded(`${id}.dns.locations`, locations.includes('EU') ? followers : []),
      ...stranded(`${id}.dns.locations`, locations.includes('*') ? ['*'] : []),
    ]);

const stranded = (at: string, countries: readonly string[]): readonly Problem[] =>
  unless(countries.length === 0, {
    code: 'REGION_STRANDS',
    at,
    value: countries.join(', '),
    reason: 'are answered by a region in which no service runs',
    remedy: 'move them to another region first: npx nx generate @bizflow/generator:evacuate',
  });

const rules = [regionsExist, nobodyUsesTheLeaving, peopleAreServed];

/** Every reference names another region of the catalog, and none of them one that is going. */
export const referenceRules: Rule = (catalog) => rules.flatMap((rule) => rule(catalog));
