import type { SchemaObject } from 'ajv';
import { type ListKeywords, listKeywords } from './structural-schema.ts';

/** A schema as Kubernetes publishes it: OpenAPI 3, with references between its components. */
export interface OpenApiSchema extends ListKeywords {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
  readonly additionalProperties?: OpenApiSchema;
  readonly items?: OpenApiSchema;
  readonly allOf?: readonly OpenApiSchema[];
  readonly oneOf?: readonly OpenApiSchema[];
  readonly 'x-kubernetes-group-version-kind'?: readonly {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  }[];
  readonly [keyword: string]: unknown;
}

const formats = ['byte', 'date-time', 'int32', 'int64'];

/** The same, closed: a field that the schema does not name is refused. References are by name. */
export const closedComponent = (schema: OpenApiSchema): SchemaObject => ({
  ...Object.fromEntries(
    ['type', 'enum', 'required', 'pattern', 'minimum', 'maximum']
      .filter((key) => key in schema)
      .map((key) => [key, schema[key]]),
  ),
  ...(formats.includes(schema.format ?? '') && { format: schema.format }),
  ...(schema.$ref && { $ref: schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1) }),
  ...(schema.items && { items: closedComponent(schema.items), ...listKeywords(schema) }),
  ...(schema.allOf && { allOf: schema.allOf.map(closedComponent) }),
  ...(schema.oneOf && { oneOf: schema.oneOf.map(closedComponent) }),
  ...members(schema),
});

// An object without named members may have any: RawExtension, or a managed field.
const members = ({ properties, additionalProperties: others }: OpenApiSchema): SchemaObject => ({
  ...(properties && {
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, member]) => [name, closedComponent(member)]),
    ),
    additionalProperties: false,
  }),
  ...(others && { additionalProperties: closedComponent(others) }),
});
