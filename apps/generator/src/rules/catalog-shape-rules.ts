import type { Problem } from '@bizflow/kernel';
import { catalog, exceptions, neighbours, regulations } from '@bizflow/region-catalog';
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { catalogDocument } from '@bizflow/region-catalog/document';
import { shape } from '../shapes/shape.ts';
import { type Place, shapeProblems } from '../shapes/shape-problems.ts';

const catalogShape = shape(schema);
const shapeOfParts = shape({ ...schema, required: [] });

/** Where the catalog differs from the schema with which it is published. */
export function catalogShapeRules(document: () => unknown = catalogDocument): readonly Problem[] {
  try {
    return shapeProblems(catalogShape(document()), place);
  } catch {
    // The document cannot be made of parts that are wrong themselves: these say it, by their shape or by their rules.
    const parts = { regions: catalog, exceptions, neighbours, regulations };
    return shapeProblems(shapeOfParts(parts), place);
  }
}

// As the rules write it: /regions/eu-west-2/network/public/0 is eu-west-2.network.public[0].
const place: Place = (pointer) =>
  pointer
    .replace(/^\/(?:regions\/)?/, '')
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.') || 'catalog';
