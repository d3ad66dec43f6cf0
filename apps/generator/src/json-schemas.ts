import { Ajv } from 'ajv';

/**
 * Ajv for our own schemas, with every error and the value in it. Compiling is most of the work on one
 * document: the tests validate the schemas against their meta-schema, and code optimisation is off.
 */
export const jsonSchemas = new Ajv({
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
  meta: false,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
});
