import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };

/** A type that every language of a reader has. Numbers are whole; `absent` is a member that some records lack. */
export type Shape =
  | { readonly is: 'text' | 'number' | 'switch' }
  | { readonly is: 'list' | 'table' | 'nullable' | 'absent'; readonly of: Shape }
  | { readonly is: 'record'; readonly name: string };

/** How a language writes each type that is not a record. */
export interface Words extends Record<'text' | 'number' | 'switch', string> {
  readonly list: (of: string) => string;
  readonly table: (of: string) => string;
  readonly nullable: (of: string) => string;
  readonly absent: (of: string) => string;
}

/** A type in the words of a language. */
export const typeIn = (shape: Shape, words: Words): string => {
  if (shape.is === 'record') return shape.name;
  return 'of' in shape ? words[shape.is](typeIn(shape.of, words)) : words[shape.is];
};

/** A record: its name in `PascalCase`, and the shape of each member, in the schema's order. */
export interface RecordShape {
  readonly name: string;
  readonly description: string;
  readonly members: Readonly<Record<string, Shape>>;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

const definitions = schema.definitions as Readonly<Record<string, Schema>>;

/** A name with a capital at its start. */
export const pascal = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Every record of `catalog.json`, those that others need first; the last is the document. */
export function recordShapes(): readonly RecordShape[] {
  const found = new Map<string, RecordShape>();
  shapeOf(schema as Schema, 'Catalog', found);
  return [...found.values()];
}

function shapeOf(one: Schema, name: string, found: Map<string, RecordShape>): Shape {
  if (one.$ref !== undefined) {
    const key = one.$ref.replace('#/definitions/', '');
    return shapeOf(definitions[key] ?? {}, pascal(key), found);
  }
  if (one.oneOf !== undefined) return choice(one.oneOf, name, found);
  if (one.type === 'array') return { is: 'list', of: shapeOf(one.items ?? {}, name, found) };
  if (one.type === 'object') {
    const values = one.additionalProperties;
    if (typeof values === 'object') return { is: 'table', of: shapeOf(values, name, found) };
    return record(one, name, found);
  }
  if (one.type === 'boolean') return { is: 'switch' };
  const sample = one.const ?? one.enum?.[0];
  return { is: one.type === 'integer' || typeof sample === 'number' ? 'number' : 'text' };
}

// Records that differ by `kind` are one, whose other members may be absent.
function choice(all: readonly Schema[], name: string, found: Map<string, RecordShape>): Shape {
  const some = all.filter(({ type }) => type !== 'null');
  const [first = {}] = some;
  if (some.length === 1) return { is: 'nullable', of: shapeOf(first, name, found) };
  const members = some.flatMap(({ properties }) => Object.entries(properties ?? {}));
  const shapes = members.map(([key, member]) => {
    const shape = shapeOf(member, name + pascal(key), found);
    const everywhere = some.every(({ properties }) => Object.hasOwn(properties ?? {}, key));
    const kept: Shape = everywhere ? shape : { is: 'absent', of: shape };
    return [key, kept] as const;
  });
  const description = some
    .map((each) => each.description ?? '')
    .join(' ')
    .trim();
  found.set(name, { name, description, members: Object.fromEntries(shapes) });
  return { is: 'record', name };
}

function record(one: Schema, name: string, found: Map<string, RecordShape>): Shape {
  const members = Object.entries(one.properties ?? {}).map(
    ([key, member]) =>
      [key, shapeOf(member, member.$ref ? pascal(key) : name + pascal(key), found)] as const,
  );
  found.set(name, {
    name,
    description: one.description ?? '',
    members: Object.fromEntries(members),
  });
  return { is: 'record', name };
}
