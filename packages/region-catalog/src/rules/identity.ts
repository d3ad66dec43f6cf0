import type { Catalog } from '../catalog.ts';
import { fault, type Problem } from '../problem.ts';

/** A fact sheet stands under its own id, and its zones and keys carry that id. */
export const identity = (catalog: Catalog): readonly Problem[] =>
  Object.entries(catalog).flatMap(([id, region]) => [
    ...(region.id === id
      ? []
      : [
          fault('ID_MISMATCH', `${id}.id`, region.id, `stands under the id ${id}`, `write '${id}'`),
        ]),
    ...region.zones.flatMap((zone, index) =>
      zone.startsWith(id) && region.zones.indexOf(zone) === index
        ? []
        : [
            fault(
              'ID_MISMATCH',
              `${id}.zones[${index}]`,
              zone,
              `is no availability zone of ${id}, or stands twice`,
              `name three different zones like ${id}a`,
            ),
          ],
    ),
    ...[region.keys.database, region.keys.storage].flatMap(({ alias, scope }) =>
      scope === 'multi-region' || alias.endsWith(`-${id}`)
        ? []
        : [
            fault(
              'ID_MISMATCH',
              `${id}.keys`,
              alias,
              `is a regional key of another region`,
              `end it in -${id}`,
            ),
          ],
    ),
  ]);
