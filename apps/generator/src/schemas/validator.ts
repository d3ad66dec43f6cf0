import { child, inJson, type Problem, problem, valueAt } from '@bizflow/kernel';
import { Ajv, type ErrorObject, type SchemaObject, type ValidateFunction } from 'ajv';

/** What a schema says against an object; `at` names the object's file in the problems. */
export type Check = (body: unknown, at: string) => readonly Problem[];

/** Compiles schemas, which may refer to the given ones by their names. */
export function compiler(named: readonly SchemaObject[]): (schema: SchemaObject) => Check {
  // Not strict about types: what CRDs keep in `anyOf` leaves the type to the schema around it.
  // Nor optimized: code that runs on some dozens of objects is not worth the seconds that takes.
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    strictTypes: false,
    formats,
    code: { optimize: false },
  });
  ajv.addKeyword({
    keyword: 'uniqueKeys',
    type: 'array',
    schemaType: 'array',
    validate: hasUniqueKeys,
    error: { message: 'must not contain two entries with the same key' },
  });
  ajv.addSchema([...named], undefined, false);
  return (schema) => check(ajv.compile({ allOf: [withName, schema] }));
}

// The API server checks these, not the schema.
const withName: SchemaObject = {
  required: ['metadata'],
  properties: { metadata: { type: 'object', required: ['name'] } },
};

const check =
  (validate: ValidateFunction): Check =>
  (body, at) =>
    validate(body)
      ? []
      : unique(validate.errors ?? []).map((error) => schemaProblem(error, body, at));

// A junctor and the schema around it may say the same of one value.
const unique = (errors: readonly ErrorObject[]): readonly ErrorObject[] => [
  ...new Map(errors.map((error) => [`${error.instancePath} ${said(error)}`, error])).values(),
];

function schemaProblem(error: ErrorObject, body: unknown, at: string): Problem {
  const { instancePath, keyword, params } = error;
  const isUnknown = keyword === 'additionalProperties';
  const pointer = isUnknown ? child(instancePath, params.additionalProperty) : instancePath;
  return problem({
    code: isUnknown ? 'FIELD_UNKNOWN' : 'SCHEMA',
    at: `${at}#${pointer}`,
    value: inJson(valueAt(body, pointer)),
    reason: isUnknown ? 'is not a field of the schema' : said(error),
    remedy: 'correct the renderer: the API server would reject or drop this',
  });
}

const said = ({ keyword, message = keyword, params }: ErrorObject): string => {
  if (keyword === 'additionalProperties') return `${message}: ${params.additionalProperty}`;
  return keyword === 'enum' ? `${message}: ${params.allowedValues.join(', ')}` : message;
};

// A fraction passes here: `type` reports once that it is not an integer.
const isWithin = (bits: number) => (value: number) =>
  !Number.isInteger(value) || BigInt.asIntN(bits, BigInt(value)) === BigInt(value);

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)$/i;

// The formats that the pinned files use; ajv throws on another, so that it is added here.
const formats = {
  byte: /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/,
  'date-time': (text: string) => RFC_3339.test(text) && !Number.isNaN(Date.parse(text)),
  // As Go's time.ParseDuration reads it: 1h30m, 250ms.
  duration: /^[-+]?(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$|^0$/,
  int32: { type: 'number', validate: isWithin(32) },
  int64: { type: 'number', validate: isWithin(64) },
} as const;

function hasUniqueKeys(keys: readonly string[], entries: readonly unknown[]): boolean {
  const seen = entries.map((entry) =>
    JSON.stringify(keys.map((key) => valueAt(entry, child('', key)))),
  );
  return new Set(seen).size === entries.length;
}
