import { type Problem, problem } from '@bizflow/kernel';
import {
  type Block,
  bodies,
  isList,
  isObject,
  type ModuleSource,
  resourceMeta,
  type Value,
  type Values,
} from '@bizflow/terraform-plan';
import type { AttributeSchema, BlockSchema, ProviderSchema } from './provider-schema.ts';

/** Blocks that the provider's schema leaves to Terraform itself. */
const common: ReadonlySet<string> = new Set(['timeouts', 'dynamic', ...resourceMeta]);

// A file of schemas without descriptions may have lost the arguments of that name too.
const everywhere: ReadonlySet<string> = new Set(['description']);

/** Arguments of a module that a later provider does not know, lacks, or only gives back. */
export const schemaRules = (source: ModuleSource, schema: ProviderSchema): readonly Problem[] =>
  source.blocks
    .filter(({ type }) => type.startsWith('aws_'))
    .flatMap((block) => {
      const at = `terraform/${source.folder}/${block.file} ${block.type}.${block.name}`;
      const known = schema[block.mode][block.type];
      const body = known === undefined ? [] : bodyProblems(block.body, known, at);
      return [...ownRegion(block, at), ...body];
    });

/** Types that the file of schemas does not have, so that they are not checked. */
export const missingTypes = (
  sources: readonly ModuleSource[],
  schema: ProviderSchema,
): readonly string[] => [
  ...new Set(
    sources.flatMap(({ blocks }) =>
      blocks
        .filter(({ mode, type }) => type.startsWith('aws_') && schema[mode][type] === undefined)
        .map(({ mode, type }) => (mode === 'managed' ? type : `${mode}.${type}`)),
    ),
  ),
];

// Since version 6 almost every resource takes a region; 5.100 knows none of those.
const ownRegion = ({ body }: Block, at: string): readonly Problem[] =>
  body.region === undefined
    ? []
    : [
        refused(
          'REGION_OF_ONE',
          at,
          String(body.region),
          'only version 6 of the provider has this argument',
        ),
      ];

const refused = (code: string, at: string, value: string, reason: string): Problem =>
  problem({
    code,
    at,
    value,
    reason,
    remedy:
      'write what both 5.100 and the later provider accept (CONTRIBUTING.md, Change a Terraform module)',
  });

const bodyProblems = (body: Values, schema: BlockSchema, at: string): readonly Problem[] => {
  const { attributes = {}, block_types: blocks = {} } = schema;
  const given = [
    ...Object.entries(body).filter(([key]) => !common.has(key)),
    ...dynamicBlocks(body.dynamic),
  ];
  const missing = Object.entries(attributes).filter(
    ([key, { required }]) => required === true && !given.some(([name]) => name === key),
  );
  return [
    ...missing.map(([key]) =>
      refused('ARGUMENT_MISSING', at, key, 'the later provider requires this argument'),
    ),
    ...given.flatMap(([key, value]) => {
      const inner = `${at}.${key}`;
      const block = blocks[key]?.block;
      if (block !== undefined) {
        return bodies(value).flatMap((one) => bodyProblems(one, block, inner));
      }
      const attribute = attributes[key];
      if (attribute === undefined) {
        if (everywhere.has(key)) return [];
        return [
          refused('ARGUMENT_UNKNOWN', at, key, 'the later provider has no argument of this name'),
        ];
      }
      return attributeProblems(attribute, value, inner);
    }),
  ];
};

const dynamicBlocks = (dynamic: Value | undefined): readonly (readonly [string, Value])[] =>
  bodies(dynamic).flatMap((named) =>
    Object.entries(named).map(
      ([label, blocks]) =>
        [label, bodies(blocks).flatMap(({ content }) => bodies(content))] as const,
    ),
  );

const attributeProblems = (
  { optional, required, type }: AttributeSchema,
  value: Value,
  at: string,
): readonly Problem[] => {
  if (optional !== true && required !== true) {
    return [
      refused(
        'ARGUMENT_COMPUTED',
        at,
        JSON.stringify(value),
        'the later provider computes this attribute, and accepts no value',
      ),
    ];
  }
  const fields = fieldsOf(type);
  if (fields === undefined) return [];
  return bodies(value).flatMap((one) =>
    Object.keys(one)
      .filter((key) => !key.includes('${') && !(key in fields))
      .map((key) =>
        refused('ARGUMENT_UNKNOWN', at, key, 'the later provider has no argument of this name'),
      ),
  );
};

// An attribute of object type, single or in a list or set: ["set", ["object", {...}]].
const fieldsOf = (type: Value | undefined): Values | undefined => {
  if (!isList(type)) return undefined;
  const [kind, of] = type;
  if (kind === 'object' && isObject(of)) return of;
  return kind === 'list' || kind === 'set' ? fieldsOf(of) : undefined;
};
