import type { Problem } from '@bizflow/kernel';
import { catalog, exceptions, neighbours, regulations } from '@bizflow/region-catalog';
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { shape } from '../shapes/shape.ts';
import { type Place, shapeProblems } from '../shapes/shape-problems.ts';

// What the document derives, hosts and the places of countries, is not a fact: its tests compare it.
const catalogShape = shape({ ...schema, required: [] });

/** Where the facts of the catalog differ from the schema with which it is published. */
export const catalogShapeRules = (
  facts: object = { regions: catalog, exceptions, neighbours, regulations },
): readonly Problem[] => shapeProblems(catalogShape(facts), place);

// As the rules write it: /regions/eu-west-2/network/public/0 is eu-west-2.network.public[0].
const place: Place = (pointer) =>
  pointer
    .replace(/^\/(?:regions\/)?/, '')
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.') || 'catalog';
