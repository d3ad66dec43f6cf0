// The main entry would load the whole HTTP client; the models by themselves take a third of a second.
import * as all from '@kubernetes/client-node/dist/gen/models/all.js';
import type { SchemaObject } from 'ajv';

interface Attribute {
  readonly baseName: string;
  readonly type: string;
  readonly format: string;
}

interface Model {
  getAttributeTypeMap(): readonly Attribute[];
}

const models: readonly (readonly [string, Model])[] = Object.entries(all);
const names: ReadonlySet<string> = new Set(models.map(([name]) => name));

/**
 * A JSON schema for each type of the Kubernetes API, closed: it knows the names of all fields, so
 * any other is refused. The models say nothing of required fields and enumerations.
 */
export const modelSchemas = (): readonly SchemaObject[] =>
  models.map(([name, model]) => ({
    $id: name,
    type: 'object',
    properties: Object.fromEntries(
      model
        .getAttributeTypeMap()
        .map(({ baseName, type, format }) => [baseName, typeSchema(type, format)]),
    ),
    additionalProperties: false,
  }));

/** The model of an object of Kubernetes' own API; `V1Service` is the one of `v1 Service`. */
export function modelOf(apiVersion: string, kind: string): string | undefined {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  // The names of the models do not contain the group, so a Service of another group must not match.
  const isCore = !group.includes('.') || group.endsWith('.k8s.io');
  const name = `${version.charAt(0).toUpperCase()}${version.slice(1)}${kind}`;
  return isCore && names.has(name) ? name : undefined;
}

const primitives: Readonly<Record<string, SchemaObject>> = {
  any: {},
  boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date-time' },
  IntOrString: { type: ['integer', 'string'] },
  number: { type: 'number' },
  object: { type: 'object' },
  string: { type: 'string' },
  V1MicroTime: { type: 'string', format: 'date-time' },
};

function typeSchema(type: string, format: string): SchemaObject {
  const list = /^Array<(.+)>$/.exec(type)?.[1];
  if (list !== undefined) return { type: 'array', items: typeSchema(list, format) };
  const map = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (map !== undefined) return { type: 'object', additionalProperties: typeSchema(map, format) };
  if (type === 'number' && /^int(?:32|64)$/.test(format)) return { type: 'integer', format };
  if (type === 'string' && format === 'byte') return { type: 'string', format };
  const primitive = primitives[type];
  if (primitive !== undefined) return primitive;
  if (names.has(type)) return { $ref: type };
  throw new Error(`@kubernetes/client-node has a type that is not known here: ${type}`);
}
