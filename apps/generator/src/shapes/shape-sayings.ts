import { child, counted, type Fault, inJson, valueAt } from '@bizflow/kernel';
import type { ErrorObject, SchemaObject } from 'ajv';
import { formOf, kindIn, nouns, question, similar } from './shape-words.ts';

/** The known name that an unknown one is a misspelling of. */
export function meant({
  propertyName,
  params,
  parentSchema,
  data,
}: ErrorObject): string | undefined {
  const unknown = propertyName ?? params.additionalProperty;
  const known = params.allowedValues ?? Object.keys(parentSchema?.properties ?? {});
  return (
    unknown &&
    similar(
      unknown,
      known.filter((name: string) => valueAt(data, child('', name)) === undefined),
    )
  );
}

/** What is said of an error, by its keyword. */
const sayings: Readonly<Record<string, (error: ErrorObject) => Omit<Fault, 'at'>>> = {
  additionalProperties: (error) => ({
    code: 'FACT_UNKNOWN',
    value: inJson(valueAt(error.data, child('', error.params.additionalProperty))),
    reason: `is not one of ${Object.keys(error.parentSchema?.properties ?? {}).join(', ')}`,
    remedy: question(meant(error)) ?? 'delete it, or add it to its type: npm run shapes',
  }),
  required: ({ params: { missingProperty: name }, parentSchema }) => ({
    code: 'FACT_MISSING',
    value: undefined,
    reason: 'is missing, and is part of its type',
    remedy: `write ${name}${kindIn(parentSchema?.properties?.[name])}; when it is gone for good, npm run shapes`,
  }),
  enum: ({ data, params, propertyName }) => ({
    code: propertyName === undefined ? 'FACT_WORD' : 'FACT_UNKNOWN',
    value: inJson(data),
    reason: `must be one of ${params.allowedValues.join(', ')}`,
    remedy:
      question(similar(String(data), params.allowedValues.map(String))) ?? 'choose one of these',
  }),
  type: ({ data, schema }) => ({
    code: 'FACT_TYPE',
    value: inJson(data),
    reason: `must be ${nouns(schema)}`,
    remedy: `write ${nouns(schema)}`,
  }),
  pattern: ({ data, schema, parentSchema }) => ({
    code: 'FACT_SHAPE',
    value: inJson(data),
    reason: `is not in the form ${schema}${parentSchema?.description ? `: ${parentSchema.description}` : ''}`,
    remedy: 'write it in this form',
  }),
  format: ({ data }) => ({
    code: 'FACT_SHAPE',
    value: inJson(data),
    reason: 'is not a time that the calendar and the clock have',
    remedy: 'write such a time',
  }),
  const: ({ data, schema }) => ({
    code: 'FACT_SHAPE',
    value: inJson(data),
    reason: `must be ${JSON.stringify(schema)}`,
    remedy: `write ${JSON.stringify(schema)}`,
  }),
  minLength: ({ data }) => ({
    code: 'FACT_SHAPE',
    value: inJson(data),
    reason: 'says nothing',
    remedy: 'write what it is, or remove it where it is not needed',
  }),
  minimum: bound('at least'),
  maximum: bound('at most'),
  uniqueItems: ({ data, params: { i, j } }) => ({
    code: 'FACT_SHAPE',
    value: inJson(valueAt(data, `/${i}`)),
    reason: `is in the list already, at [${Math.min(i, j)}]`,
    remedy: 'write the intended one, or remove one of the two',
  }),
  minItems: sized('at least'),
  maxItems: sized('at most'),
  minProperties: sized('at least'),
  maxLength: sized('at most', 'character', 'characters'),
  anyOf: alternatives,
  oneOf: alternatives,
};

function bound(limit: string): typeof alternatives {
  return ({ data, schema }) => ({
    code: 'FACT_SHAPE',
    value: inJson(data),
    reason: `must be ${limit} ${schema}`,
    remedy: `write a number that is ${limit} ${schema}`,
  });
}

function sized(limit: string, one = 'entry', many = 'entries'): typeof alternatives {
  return ({ data, schema }) => ({
    code: 'FACT_SHAPE',
    value: inJson(data),
    reason: `has ${counted(Object.keys(Object(data)).length, one, many)}, and must have ${limit} ${schema}`,
    remedy: `write ${limit} ${counted(Number(schema), one, many)}`,
  });
}

function alternatives({ data, schema }: ErrorObject): Omit<Fault, 'at'> {
  return {
    code: 'FACT_SHAPE',
    value: inJson(data),
    reason: `has none of the allowed forms: ${[schema as SchemaObject].flat().map(formOf).join('; or ')}`,
    remedy: 'write it in one of these forms',
  };
}

/** What is wrong, and what to do about it. */
export const said = (error: ErrorObject): Omit<Fault, 'at'> =>
  sayings[error.keyword]?.(error) ?? {
    code: 'FACT_SHAPE',
    value: inJson(error.data),
    reason: error.message ?? 'has a value that is not allowed',
    remedy: `correct the value: ${error.parentSchema?.description ?? 'its type says what is allowed'}`,
  };
