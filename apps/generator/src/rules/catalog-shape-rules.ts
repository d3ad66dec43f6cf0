import { type Problem, problem } from '@bizflow/kernel';
import { catalogDocument } from '@bizflow/region-catalog';
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { jsonSchemas } from '../json-schemas.ts';

const validate = jsonSchemas.compile(schema);

/**
 * Where the catalog's shape differs from its published schema. Node strips types without checking
 * them, so a fact sheet that the compiler would refuse can reach a render.
 */
export const catalogShapeRules = (document: unknown = catalogDocument()): readonly Problem[] =>
  validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, data, message = 'is invalid', params }) =>
        problem({
          code: 'CATALOG_SHAPE',
          at: place(instancePath),
          value: shown(data),
          reason: `${message} ${params.additionalProperty ?? ''}`.trim(),
          remedy:
            'correct the fact; packages/region-catalog/catalog.schema.json describes the allowed values',
        }),
      );

// As the rules write it: /regions/eu-west-2/network/public/0 is eu-west-2.network.public[0].
const place = (pointer: string): string =>
  pointer
    .replace(/^\/(?:regions\/)?/, '')
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.') || 'catalog';

const shown = (data: unknown): string =>
  typeof data === 'object' ? JSON.stringify(data) : String(data);
