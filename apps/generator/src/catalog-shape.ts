import { catalogDocument, fault, type Problem } from '@bizflow/region-catalog';
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { Ajv } from 'ajv';

const validate = new Ajv({ allErrors: true, verbose: true }).compile(schema);

/**
 * Where the catalog's shape differs from its published schema. Node strips types without checking
 * them, so a fact sheet that the compiler would refuse can reach a render; the rules, which rely on
 * the shape, run only when this list is empty.
 */
export const shapeProblems = (document: unknown = catalogDocument()): readonly Problem[] =>
  validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, data, message = 'is invalid', params }) =>
        fault(
          'CATALOG_SHAPE',
          `catalog${instancePath}`,
          shorten(JSON.stringify(data) ?? 'undefined'),
          `${message} ${params.additionalProperty ?? ''}`.trim(),
          'correct the fact sheet; `npm run typecheck` names the line',
        ),
      );

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text);
