import type { SchemaObject } from 'ajv';

/**
 * One schema for values of several kinds of JSON. A value is compared with the schema of its own kind alone, so
 * that what is wrong with it is said once.
 */
export function eachKind(
  schemas: readonly (readonly [kind: string, schema: SchemaObject])[],
): SchemaObject {
  const [first] = schemas;
  if (first !== undefined && schemas.length === 1) return first[1];
  const more = schemas.filter(([, schema]) => Object.keys(schema).some((key) => key !== 'type'));
  return {
    type: schemas.map(([kind]) => kind),
    ...(more.length > 0 && {
      allOf: more.map(([kind, then]) => ({ if: { type: kind }, then })),
    }),
  };
}

/** One schema for objects that a fact of theirs distinguishes, such as `kind`; any of them where none does. */
export function oneByTag(objects: readonly SchemaObject[]): SchemaObject {
  const names = Object.keys(objects[0]?.properties ?? {});
  const tag = names.find((name) => isTag(objects.map(({ properties }) => properties[name]?.enum)));
  if (objects.length === 1 || tag === undefined) return anyOf(objects);
  const of = (object: SchemaObject): readonly unknown[] => object.properties[tag].enum;
  return {
    type: 'object',
    required: [tag],
    properties: { [tag]: { enum: objects.flatMap(of) } },
    allOf: objects.map((then) => ({
      if: { required: [tag], properties: { [tag]: { enum: of(then) } } },
      then,
    })),
  };
}

/** Whether each object has some words for a tag, and no two have the same one. */
const isTag = (words: readonly (readonly unknown[] | undefined)[]): boolean =>
  words.every((own) => own !== undefined) && new Set(words.flat()).size === words.flat().length;

/** The only schema, or any of several. */
export const anyOf = (schemas: readonly SchemaObject[]): SchemaObject =>
  schemas.length === 1 && schemas[0] !== undefined ? schemas[0] : { anyOf: schemas };
