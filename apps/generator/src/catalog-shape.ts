import { catalogDocument, fault, type Problem } from '@bizflow/region-catalog';
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { brief } from './brief.ts';

const validate = new Ajv({ allErrors: true, verbose: true }).compile(schema);

/**
 * Where the catalog's shape differs from its published schema. Node strips types without checking
 * them, so a fact sheet that the compiler would refuse can reach a render.
 */
export const shapeProblems = (document: unknown = catalogDocument()): readonly Problem[] =>
  validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, data, message = 'is invalid', params }) =>
        fault(
          'CATALOG_SHAPE',
          place(instancePath),
          shown(data),
          `${message} ${params.additionalProperty ?? ''}`.trim(),
          'correct the fact; packages/region-catalog/catalog.schema.json says what may stand there',
        ),
      );

// As the rules write it: /regions/eu-west-2/network/public/0 is eu-west-2.network.public[0].
const place = (pointer: string): string =>
  pointer
    .replace(/^\/(?:regions\/)?/, '')
    .replace(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.') || 'catalog';

const shown = (data: unknown): string =>
  brief(typeof data === 'object' ? (JSON.stringify(data) ?? 'undefined') : String(data));
