import type { Problem } from '@bizflow/kernel';
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { catalogDocument } from '@bizflow/region-catalog/document';
import { shape } from '../shapes/shape.ts';
import { type Place, shapeProblems } from '../shapes/shape-problems.ts';

const catalogShape = shape(schema);

/** Where the catalog differs from the schema with which it is published. */
export const catalogShapeRules = (document: unknown = catalogDocument()): readonly Problem[] =>
  shapeProblems(catalogShape(document), place);

// As the rules write it: /regions/eu-west-2/network/public/0 is eu-west-2.network.public[0].
const place: Place = (pointer) =>
  pointer
    .replace(/^\/(?:regions\/)?/, '')
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.') || 'catalog';
