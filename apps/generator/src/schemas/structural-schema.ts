import type { SchemaObject } from 'ajv';

/** What a CustomResourceDefinition's `openAPIV3Schema` is made of. */
export interface StructuralSchema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, StructuralSchema>>;
  readonly additionalProperties?: boolean | StructuralSchema;
  readonly items?: StructuralSchema;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly [keyword: string]: unknown;
}

// They mean the same in JSON Schema. `x-kubernetes-validations` (CEL) needs an API server to run it
// and is left out, as are the defaults, which only the server fills in.
const KEPT = [
  ...['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems', 'uniqueItems'],
  ...['minProperties', 'maxProperties', 'required', 'not', 'allOf', 'anyOf', 'oneOf'],
];

/** The keywords that say what a list is. */
export type ListKeywords = Pick<
  StructuralSchema,
  'x-kubernetes-list-type' | 'x-kubernetes-list-map-keys'
>;

/**
 * The JSON schema that refuses what an API server would with `fieldValidation=Strict`: where it
 * would drop a field because the structural schema does not name it, that field is an error.
 */
export function closedSchema(schema: StructuralSchema): SchemaObject {
  return {
    ...Object.fromEntries(kept(schema).map((key) => [key, schema[key]])),
    ...typeOf(schema),
    ...(schema.items && { items: closedSchema(schema.items) }),
    ...listKeywords(schema),
    ...(schema.type === 'object' && members(schema)),
  };
}

// The alternatives of an int-or-string only repeat its types, and would treble each message.
const kept = (schema: StructuralSchema): readonly string[] =>
  KEPT.filter((key) => key in schema && !(key === 'anyOf' && schema['x-kubernetes-int-or-string']));

function typeOf(schema: StructuralSchema): SchemaObject {
  const named = schema['x-kubernetes-int-or-string'] ? ['integer', 'string'] : schema.type;
  const types = [named ?? []].flat();
  const values = schema.enum;
  if (!schema.nullable) return { ...(named && { type: types }), ...(values && { enum: values }) };
  return { ...(named && { type: [...types, 'null'] }), ...(values && { enum: [...values, null] }) };
}

/** What a Kubernetes list requires of its entries: a set of values, or of keys. */
export const listKeywords = (schema: ListKeywords): SchemaObject => {
  const kind = schema['x-kubernetes-list-type'];
  if (kind === 'set') return { uniqueItems: true };
  return kind === 'map' ? { uniqueKeys: schema['x-kubernetes-list-map-keys'] ?? [] } : {};
};

function members(schema: StructuralSchema): SchemaObject {
  const { additionalProperties: others, properties = {} } = schema;
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
  const closed = Object.entries(properties).map(([name, member]) => [name, closedSchema(member)]);
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true;
  return {
    properties: { ...Object.fromEntries(closed), ...(isEmbedded && typeAndObjectMeta) },
    additionalProperties: typeof others === 'object' ? closedSchema(others) : (others ?? isOpen),
    ...(isEmbedded && {
      required: [...new Set([...(schema.required ?? []), 'apiVersion', 'kind'])],
    }),
  };
}

// A definition may leave these out or call metadata an object; the server knows them all the same.
const typeAndObjectMeta = {
  apiVersion: { type: 'string', minLength: 1 },
  kind: { type: 'string', minLength: 1 },
  metadata: { $ref: 'V1ObjectMeta' },
};
