import type { Catalog } from '../catalog.ts';
import { type Problem, unless } from '../problem.ts';

/** A fact sheet stands under its own id, and its zones and keys carry that id. */
export const identity = (catalog: Catalog): readonly Problem[] =>
  Object.entries(catalog).flatMap(([id, region]) => [
    ...unless(
      region.id === id,
      'ID_MISMATCH',
      `${id}.id`,
      region.id,
      `stands under the id ${id}`,
      `write '${id}'`,
    ),
    ...region.zones.flatMap((zone, index) =>
      unless(
        zone.slice(0, -1) === id && /[a-z]$/.test(zone) && region.zones.indexOf(zone) === index,
        'ID_MISMATCH',
        `${id}.zones[${index}]`,
        zone,
        `is no availability zone of ${id}, or stands twice`,
        `name three different zones like ${id}a`,
      ),
    ),
    ...Object.entries(region.keys).flatMap(([purpose, { alias, scope }]) =>
      unless(
        scope === 'multi-region' || alias.endsWith(`-${id}`),
        'ID_MISMATCH',
        `${id}.keys.${purpose}.alias`,
        alias,
        'is a regional key of another region',
        `end it in -${id}`,
      ),
    ),
  ]);
