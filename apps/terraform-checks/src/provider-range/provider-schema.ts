import type { Value } from '@bizflow/terraform-plan';

/** The part of `terraform providers schema -json` that is read here. */
export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<
    Record<string, { readonly block: BlockSchema; readonly min_items?: number }>
  >;
  readonly deprecated?: boolean;
}

export interface AttributeSchema {
  readonly type?: Value;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly deprecated?: boolean;
}

/** The schemas of one version of a provider: itself, its resources and its data sources. */
export interface ProviderSchema {
  /** How messages name the version: `provider 5.100`. */
  readonly called: string;
  readonly provider: BlockSchema;
  readonly managed: Readonly<Record<string, BlockSchema>>;
  readonly data: Readonly<Record<string, BlockSchema>>;
  readonly ephemeral: Readonly<Record<string, BlockSchema>>;
}

type Types = Readonly<Record<string, { readonly block: BlockSchema }>>;

const blocksOf = (types: Types = {}): Readonly<Record<string, BlockSchema>> =>
  Object.fromEntries(Object.entries(types).map(([type, { block }]) => [type, block]));

interface SchemaFile {
  readonly provider_schemas: Readonly<
    Record<
      string,
      {
        readonly provider?: { readonly block: BlockSchema };
        readonly resource_schemas?: Types;
        readonly data_source_schemas?: Types;
        readonly ephemeral_resource_schemas?: Types;
      }
    >
  >;
}

/** The schemas of AWS's provider in the output of `terraform providers schema -json`. */
export const awsSchema = (json: string, called: string): ProviderSchema => {
  const { provider_schemas: schemas }: SchemaFile = JSON.parse(json);
  const aws = Object.entries(schemas).find(([name]) => name.endsWith('hashicorp/aws'))?.[1];
  return {
    called,
    provider: aws?.provider?.block ?? {},
    managed: blocksOf(aws?.resource_schemas),
    data: blocksOf(aws?.data_source_schemas),
    ephemeral: blocksOf(aws?.ephemeral_resource_schemas),
  };
};
