import { unescaped } from '@bizflow/kernel';
import { format, Validator } from '@cfworker/json-schema';
import { Ajv, type ErrorObject, type SchemaObject } from 'ajv';

/** What a schema finds wrong with a value; nothing when it fits. */
export type Shape = (value: unknown) => readonly ErrorObject[];

/**
 * A schema as a function. One value is compared once in a run, and nearly always fits: an interpreter says so
 * in a tenth of the time in which Ajv compiles the schema. Ajv says what is wrong with a value that does not fit,
 * by the parts of the schema that it does not fit.
 */
export function shape(schema: SchemaObject): Shape {
  const quick = new Validator(schema, '7');
  return (value) => {
    if (quick.validate(value).valid) return [];
    const { errors } = new Validator(schema, '7', false).validate(value);
    const wrong = new Set(errors.map(({ instanceLocation }) => firstIn(instanceLocation)));
    const explain = new Ajv(options).compile(narrowed(schema, wrong));
    explain(value);
    return explain.errors ?? [];
  };
}

/** `#/a~1b/c` is within the property `a/b`. */
const firstIn = (location: string): string =>
  unescaped(decodeURIComponent(location.split('/')[1] ?? ''));

/** A schema that lets every property pass but some. */
const narrowed = (schema: SchemaObject, names: ReadonlySet<string>): SchemaObject => {
  const properties = Object.entries<SchemaObject>(schema.properties ?? {});
  return {
    ...schema,
    properties: Object.fromEntries(
      properties.map(([name, one]) => [name, names.has(name) ? one : {}]),
    ),
  };
};

const { 'date-time': dateTime } = format;

// Types of several kinds and tuples are meant as they are written; a time is one as the interpreter reads it.
const options = {
  formats: { 'date-time': (text: string) => dateTime?.(text) ?? false },
  ...{ allErrors: true, verbose: true, allowUnionTypes: true, strictTuples: false },
  ...{ meta: false, validateSchema: false, inlineRefs: false, code: { optimize: false } },
};
