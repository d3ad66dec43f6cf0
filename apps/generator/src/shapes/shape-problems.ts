import { child, type Fault, isObject, type Problem, problem, valueAt } from '@bizflow/kernel';
import type { ErrorObject, SchemaObject } from 'ajv';
import { closest, distance } from 'fastest-levenshtein';

/** Where a person finds what a JSON pointer leads to. */
export type Place = (pointer: string) => string;

/** The problems of what a schema found: one for each wrong fact, whatever else follows from it. */
export function shapeProblems(errors: readonly ErrorObject[], place: Place): readonly Problem[] {
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf');
  const own = errors.filter(
    ({ keyword, schemaPath }) =>
      // These repeat what the keywords below them say.
      !['if', 'propertyNames'].includes(keyword) &&
      !alternatives.some((other) => schemaPath.startsWith(`${other.schemaPath}/`)),
  );
  // A misspelled name is one problem: unknown, and missing under its right name.
  const slips = new Set(own.map((error) => child(error.instancePath, meant(error) ?? '')));
  return own
    .filter((error) => error.keyword !== 'required' || !slips.has(pointerOf(error)))
    .map((error) => problem({ at: place(pointerOf(error)), ...said(error) }));
}

/** The pointer to the fact itself, and not to what it is missing from. */
function pointerOf({ instancePath, params, propertyName }: ErrorObject): string {
  const name = propertyName ?? params.additionalProperty ?? params.missingProperty;
  return name === undefined ? instancePath : child(instancePath, name);
}

/** The known name that an unknown one is a misspelling of. */
function meant({ propertyName, params, parentSchema, data }: ErrorObject): string | undefined {
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

const similar = (word: string, words: readonly string[]): string | undefined => {
  const [best] = words.length > 0 ? [closest(word, [...words])] : [];
  return best !== undefined && distance(word, best) <= Math.max(1, word.length / 3)
    ? best
    : undefined;
};

/** What is said of an error, by its keyword. */
const sayings: Readonly<Record<string, (error: ErrorObject) => Omit<Fault, 'at'>>> = {
  additionalProperties: (error) => ({
    code: 'FACT_UNKNOWN',
    value: shown(valueAt(error.data, child('', error.params.additionalProperty))),
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
    value: shown(data),
    reason: `must be one of ${params.allowedValues.join(', ')}`,
    remedy:
      question(similar(String(data), params.allowedValues.map(String))) ?? 'choose one of these',
  }),
  type: ({ data, schema }) => ({
    code: 'FACT_TYPE',
    value: shown(data),
    reason: `must be ${nouns(schema)}`,
    remedy: 'write a value of this type',
  }),
};

const said = (error: ErrorObject): Omit<Fault, 'at'> =>
  sayings[error.keyword]?.(error) ?? {
    code: 'FACT_SHAPE',
    value: shown(error.data),
    reason: error.message ?? 'is invalid',
    remedy: 'correct the value: its type says what it may be',
  };

const shown = (value: unknown): string =>
  isObject(value) || typeof value === 'string' ? JSON.stringify(value) : String(value);

const question = (name: string | undefined): string | undefined => name && `did you mean ${name}?`;

const nounOf: Readonly<Record<string, string>> = {
  ...{ string: 'a text', number: 'a number', boolean: 'true or false', null: 'null' },
  ...{ array: 'a list', object: 'an object', integer: 'a whole number' },
};

const nouns = (types: unknown): string =>
  [types]
    .flat()
    .map((type) => nounOf[String(type)] ?? String(type))
    .join(' or ');

/** What a value of a schema is, as the rest of a sentence. */
function kindIn(schema: SchemaObject | undefined): string {
  if (schema?.type) return `, ${nouns(schema.type)}`;
  if (schema?.enum) return `, one of ${schema.enum.join(', ')}`;
  return schema?.$ref ? `, as ${schema.$ref.split('/').at(-1)} is declared` : '';
}
