import { type Problem, unless, warning } from '@bizflow/kernel';
import { type Catalog, sheetOf } from '../catalog.ts';
import { followers } from '../neighbours.ts';
import type { Region } from '../region.ts';

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
const primariesOf = ({ id, redis: { global } }: Region, catalog: Catalog): readonly Reference[] =>
  global?.role !== 'secondary'
    ? []
    : Object.values(catalog)
        .filter(({ redis }) => redis.global?.id === global.id && redis.global.role === 'primary')
        .map((primary) => ({ at: `${id}.redis.global`, target: primary.id }));

const nobodyUsesTheDisabled: Rule = (catalog) =>
  Object.values(catalog)
    .filter(({ status }) => status !== 'disabled')
    .flatMap((region) => [...referencesOf(region), ...primariesOf(region, catalog)])
    .flatMap(({ at, target }) =>
      unless(sheetOf(catalog, target)?.status !== 'disabled', {
        code: 'REGION_DISABLED',
        at,
        value: target,
        reason: 'is disabled, so nothing is rendered there',
        remedy: 'name a region that is rendered',
      }),
    );

const theDisabledOwesNothing: Rule = (catalog) =>
  Object.values(catalog)
    .filter(({ status }) => status === 'disabled')
    .flatMap(({ id, dns, serves }) => [
      ...unless(!dns.locations.includes('*'), {
        code: 'REGION_DISABLED',
        at: `${id}.dns.locations`,
        value: '*',
        reason: 'is the default answer, and the region is disabled',
        remedy: "move '*' to a region that is rendered",
      }),
      ...(serves.length === 0 ? [] : [stranded(`${id}.serves`, serves)]),
      ...(dns.locations.includes('EU') ? [stranded(`${id}.dns.locations`, followers)] : []),
    ]);

// A warning: in an emergency a region is disabled first and its people are moved after.
const stranded = (at: string, countries: readonly string[]): Problem =>
  warning({
    code: 'REGION_STRANDS',
    at,
    value: countries.join(', '),
    reason: 'are answered by a region that is disabled',
    remedy: "move the countries to another region, or keep the region 'impaired'",
  });

const rules = [regionsExist, nobodyUsesTheDisabled, theDisabledOwesNothing];

/** Every reference names another region of the catalog, and none of them one that is disabled. */
export const referenceRules: Rule = (catalog) => rules.flatMap((rule) => rule(catalog));
