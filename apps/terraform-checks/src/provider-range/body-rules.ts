import type { Problem } from '@bizflow/kernel';
import {
  bodies,
  isList,
  isObject,
  resourceMeta,
  type Value,
  type Values,
} from '@bizflow/terraform-plan';
import type { Place } from './place.ts';
import type { AttributeSchema, BlockSchema } from './provider-schema.ts';
import { refused } from './refused.ts';

/** What the provider's schema leaves to Terraform itself, in a resource and inside its blocks. */
const common = {
  outside: new Set(['timeouts', 'dynamic', ...resourceMeta]),
  inside: new Set(['dynamic']),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;

// A file of schemas without descriptions may have lost the arguments of that name too.
const everywhere: ReadonlySet<string> = new Set(['description']);

/** Where a body is: its place, the keys that lead to it, and who judges. */
interface Inside {
  readonly place: Place;
  readonly keys: readonly string[];
  readonly called: string;
}

type Given = readonly (readonly [key: string, value: Value])[];

/** Arguments and blocks that a version does not know, lacks, only gives back, or has deprecated. */
export const bodyRules = (
  body: Values,
  schema: BlockSchema,
  inside: Inside,
): readonly Problem[] => {
  const own: ReadonlySet<string> = inside.keys.length === 0 ? common.outside : common.inside;
  const given: Given = [
    ...Object.entries(body).filter(([key]) => !own.has(key)),
    ...dynamicBlocks(body.dynamic),
  ];
  return [
    ...lacking(given, schema, inside),
    ...given.flatMap(([key, value]) => argument(key, value, schema, inside)),
  ];
};

const lacking = (given: Given, schema: BlockSchema, { place, keys, called }: Inside) => {
  const { attributes = {}, block_types: blocks = {} } = schema;
  const isGiven = (key: string) => given.some(([name]) => name === key);
  const needed = [
    ...Object.entries(attributes).filter(([, { required }]) => required === true),
    ...Object.entries(blocks).filter(([, { min_items: least = 0 }]) => least > 0),
  ];
  return needed
    .filter(([key]) => !isGiven(key))
    .map(([key]) => refused('ARGUMENT_MISSING', place.at(...keys), key, `${called} requires it`));
};

function argument(key: string, value: Value, schema: BlockSchema, inside: Inside) {
  const { place, called } = inside;
  const keys = [...inside.keys, key];
  const block = schema.block_types?.[key]?.block;
  if (block !== undefined) {
    return [
      ...(block.deprecated === true
        ? [
            refused(
              'BLOCK_DEPRECATED',
              place.at(...keys),
              key,
              `${called} has deprecated the block`,
            ),
          ]
        : []),
      ...bodies(value).flatMap((one) => bodyRules(one, block, { ...inside, keys })),
    ];
  }
  const attribute = schema.attributes?.[key];
  if (attribute !== undefined) return attributeRules(attribute, value, { ...inside, keys });
  if (everywhere.has(key)) return [];
  return [refused('ARGUMENT_UNKNOWN', place.at(...keys), key, `${called} has no such argument`)];
}

const dynamicBlocks = (dynamic: Value | undefined): Given =>
  bodies(dynamic).flatMap((named) =>
    Object.entries(named).map(
      ([label, blocks]) =>
        [label, bodies(blocks).flatMap(({ content }) => bodies(content))] as const,
    ),
  );

const attributeRules = (
  { optional, required, type, deprecated }: AttributeSchema,
  value: Value,
  { place, keys, called }: Inside,
): readonly Problem[] => {
  const at = place.at(...keys);
  if (optional !== true && required !== true) {
    const reason = `${called} computes this attribute, and accepts no value`;
    return [refused('ARGUMENT_COMPUTED', at, JSON.stringify(value), reason)];
  }
  const fields = fieldsOf(type);
  const unknown = bodies(value)
    .flatMap((one) => Object.keys(one))
    .filter((key) => fields !== undefined && !key.includes('${') && !(key in fields));
  return [
    ...(deprecated === true
      ? [refused('ARGUMENT_DEPRECATED', at, keys.at(-1) ?? '', `${called} has deprecated it`)]
      : []),
    ...unknown.map((key) =>
      refused('ARGUMENT_UNKNOWN', place.at(...keys, key), key, `${called} has no such argument`),
    ),
  ];
};

// An attribute of object type, single or in a list or set: ["set", ["object", {...}]].
const fieldsOf = (type: Value | undefined): Values | undefined => {
  if (!isList(type)) return undefined;
  const [kind, of] = type;
  if (kind === 'object' && isObject(of)) return of;
  return kind === 'list' || kind === 'set' ? fieldsOf(of) : undefined;
};
