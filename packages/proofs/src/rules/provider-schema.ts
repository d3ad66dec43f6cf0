import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Value } from '../expression/value.ts';

/** The part of `terraform providers schema -json` that is read here. */
export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, { readonly block: BlockSchema }>>;
}

export interface AttributeSchema {
  readonly type?: Value;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

/** The schemas of a provider's resources and data sources. */
export interface ProviderSchema {
  readonly managed: Readonly<Record<string, BlockSchema>>;
  readonly data: Readonly<Record<string, BlockSchema>>;
  readonly ephemeral: Readonly<Record<string, BlockSchema>>;
}

type Types = Readonly<Record<string, { readonly block: BlockSchema }>>;

const blocksOf = (types: Types = {}): Readonly<Record<string, BlockSchema>> =>
  Object.fromEntries(Object.entries(types).map(([type, { block }]) => [type, block]));

/** The file of schemas of a later provider, or the reason why there is none here. */
export const schemaFile = (root: string): { readonly file: string } | { readonly why: string } => {
  const named = process.env.BIZFLOW_TF_SCHEMA;
  const file = named || join(root, '../shared/terraform/aws-6.47-schema.json.gz');
  if (existsSync(file)) return { file };
  return { why: named ? `BIZFLOW_TF_SCHEMA names no file: ${named}` : 'no BIZFLOW_TF_SCHEMA' };
};

/** Reads such a file, gzipped or plain. */
export const readSchema = (file: string): ProviderSchema => {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const { provider_schemas: schemas } = JSON.parse(text) as {
    readonly provider_schemas: Readonly<
      Record<
        string,
        {
          readonly resource_schemas?: Types;
          readonly data_source_schemas?: Types;
          readonly ephemeral_resource_schemas?: Types;
        }
      >
    >;
  };
  const aws = Object.entries(schemas).find(([name]) => name.endsWith('hashicorp/aws'))?.[1];
  return {
    managed: blocksOf(aws?.resource_schemas),
    data: blocksOf(aws?.data_source_schemas),
    ephemeral: blocksOf(aws?.ephemeral_resource_schemas),
  };
};
