import type { SchemaObject } from 'ajv';

/**
 * The schema of a type that the compiler inferred from a value: its words are texts, and its lists of fixed
 * length are lists of any length. Only the names in it are kept.
 */
export function widened(schema: SchemaObject): SchemaObject {
  if (schema.enum)
    return { type: [...new Set(schema.enum.map((value: unknown) => typeof value))][0] };
  if (schema.anyOf) return merged(schema.anyOf.map(widened));
  if (schema.items) {
    const items = [schema.items, schema.additionalItems ?? []].flat().map(widened);
    return { type: 'array', ...(items.length > 0 && { items: merged(items) }) };
  }
  if (!schema.properties) return schema;
  const { additionalProperties: others } = schema;
  return {
    ...schema,
    properties: mapped(schema.properties, widened),
    additionalProperties: typeof others === 'object' ? widened(others) : others,
  };
}

/** One schema for what is in a list: objects have the names of all, and must have those that each has. */
function merged(schemas: readonly SchemaObject[]): SchemaObject {
  const distinct = [...new Map(schemas.map((one) => [JSON.stringify(one), one])).values()];
  const [first, ...others] = distinct;
  if (first === undefined || others.length === 0) return first ?? {};
  if (!distinct.every(({ properties }) => properties)) return { anyOf: distinct };
  const names = [...new Set(distinct.flatMap(({ properties }) => Object.keys(properties)))];
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => [name, merged(distinct.flatMap((one) => one.properties[name] ?? []))]),
    ),
    required: names.filter((name) => distinct.every(({ required }) => required.includes(name))),
    additionalProperties: false,
  };
}

const mapped = <V, W>(record: Readonly<Record<string, V>>, to: (value: V) => W) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
