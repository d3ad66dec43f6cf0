import { type Problem, problem } from '@bizflow/kernel';
import { catalog, exceptions, neighbours, regionIds, regulations } from '@bizflow/region-catalog';
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { sheets } from '@bizflow/region-catalog/moves';
import { sourceOf } from '../fact-sources/source-of.ts';
import type { ReadSource } from '../fact-sources/written-at.ts';
import { shape } from '../shapes/shape.ts';
import { type Place, shapeProblems } from '../shapes/shape-problems.ts';

// What the document derives, hosts and the places of countries, is not a fact: its tests compare it.
const catalogShape = shape({ ...schema, required: [] });

/** Where the facts of the catalog differ from the schema with which it is published. */
export const catalogShapeRules = (
  read: ReadSource,
  facts: object = { regions: catalog, exceptions, neighbours, regulations },
): readonly Problem[] => [
  ...sheetRules(),
  ...shapeProblems(catalogShape(facts), placeIn(sourceOf(read))),
];

/** Each region has a fact sheet: what reads the others would stumble over its absence. */
export const sheetRules = (known: object = sheets): readonly Problem[] =>
  regionIds
    .filter((id) => !Object.hasOwn(known, id))
    .map((id) =>
      problem({
        code: 'REGION_SHEET',
        at: `sheets['${id}']`,
        value: undefined,
        reason: 'is missing: the region is in the list of regions, and has no fact sheet',
        remedy: `name its sheet in packages/region-catalog/src/sheets.ts, or take ${id} out of region-ids.ts`,
      }),
    );

// As the rules write it, /regions/eu-west-2/network/public/0 is eu-west-2.network.public[0], after the line of its source.
const placeIn =
  (source: ReturnType<typeof sourceOf>): Place =>
  (pointer) => {
    const [, part = '', ...steps] = pointer.split('/');
    const path = pointer
      .replace(/^\/(?:regions\/)?/, '')
      .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
      .replaceAll('/', '.');
    const [file, constant] = sources[part] ?? [];
    if (file === undefined || constant === undefined) return path || 'catalog';
    return `${source(`packages/region-catalog/src/${file}`, constant, steps)} ${path || part}`;
  };

/** The file and the constant of each part whose facts are written as they are published. */
const sources: Readonly<Record<string, readonly [file: string, constant: string]>> = {
  regions: ['sheets.ts', 'sheets'],
  neighbours: ['neighbours.ts', 'neighbours'],
  regulations: ['regulations.ts', 'regulations'],
};
