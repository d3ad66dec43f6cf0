import { type Problem, unless } from '@bizflow/kernel';
import type { Catalog } from '../sheet-of.ts';

/** A fact sheet is listed under its own id, and its zones and keys contain that id. */
export const identityRules = (catalog: Catalog): readonly Problem[] =>
  Object.entries(catalog).flatMap(([id, region]) => [
    ...unless(region.id === id, {
      code: 'ID_MISMATCH',
      at: `${id}.id`,
      value: region.id,
      reason: `must equal its key in the catalog, ${id}`,
      remedy: `write '${id}'`,
    }),
    ...region.zones.flatMap((zone, index) =>
      unless(
        zone.slice(0, -1) === id && /[a-z]$/.test(zone) && region.zones.indexOf(zone) === index,
        {
          code: 'ID_MISMATCH',
          at: `${id}.zones[${index}]`,
          value: zone,
          reason: `must be an Availability Zone of ${id}, listed once`,
          remedy: `name three different zones like ${id}a`,
        },
      ),
    ),
    ...Object.entries(region.keys).flatMap(([purpose, { alias, scope }]) =>
      unless(scope === 'multi-region' || alias.endsWith(`-${id}`), {
        code: 'ID_MISMATCH',
        at: `${id}.keys.${purpose}.alias`,
        value: alias,
        reason: 'is a regional key of another region',
        remedy: `end it in -${id}`,
      }),
    ),
  ]);
