import { isObject, type Problem, problem, unless } from '@bizflow/kernel';
import { catalog, exceptions, neighbours, regionIds, regulations } from '@bizflow/region-catalog';
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { sheets } from '@bizflow/region-catalog/moves';
import { sources } from '../catalog-sources.ts';
import { asJson } from '../shapes/as-json.ts';
import { shape } from '../shapes/shape.ts';
import { type Place, shapeProblems } from '../shapes/shape-problems.ts';

// What the document derives, hosts and the places of countries, is not a fact: its tests compare it.
const catalogShape = shape({ ...schema, required: [] });

/** Where the facts of the catalog differ from the schema with which it is published. */
export const catalogShapeRules = (
  facts: object = { regions: catalog, exceptions, neighbours, regulations },
): readonly Problem[] => [...sheetRules(), ...shapeProblems(catalogShape(asJson(facts)), place)];

/** Each region has a fact sheet, under its own id: what reads the others would stumble over it. */
export const sheetRules = (known: Readonly<Record<string, unknown>> = sheets): readonly Problem[] =>
  regionIds.flatMap((id) => {
    const sheet = known[id];
    if (sheet === undefined) {
      return problem({
        code: 'REGION_SHEET',
        at: `sheets['${id}']`,
        value: undefined,
        reason: 'is missing: the region is in the list of regions, and has no fact sheet',
        remedy: `name its sheet in ${sources}/sheets.ts, or take ${id} out of region-ids.ts`,
      });
    }
    const own: unknown = isObject(sheet) && 'id' in sheet ? sheet.id : undefined;
    return unless(own === id, {
      code: 'REGION_SHEET',
      at: `${id}.id`,
      value: own as string | undefined,
      reason: `must be the id under which sheets.ts names the sheet, ${id}`,
      remedy: `write '${id}'`,
    });
  });

// As the rules write it, /regions/eu-west-2/network/public/0 is eu-west-2.network.public[0].
const place: Place = (pointer) =>
  pointer
    .replace(/^\/(?:regions\/)?/, '')
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.') || 'catalog';
