import { globalRegion } from '@bizflow/config/foundation';
import { isList, isObject, type Value } from '@bizflow/terraform-plan';
import type { ReplacementCase } from './cases.ts';

/** Cases by the name of the resource that asks each of them. */
export type Named = ReadonlyMap<string, ReplacementCase>;

/** A name for each case. */
export const named = (cases: readonly ReplacementCase[]): Named =>
  new Map(cases.map((one, index) => [`case_${index}`, one]));

/** A root that configures each case; nothing in it asks AWS for anything. */
export const rootOf = (cases: Named, provider: string): string => {
  const root = {
    terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: provider } } },
    provider: {
      aws: {
        ...{ region: globalRegion, access_key: 'example', secret_key: 'example', max_retries: 1 },
        ...{ skip_credentials_validation: true, skip_requesting_account_id: true },
        ...{ skip_metadata_api_check: true, skip_region_validation: true },
      },
    },
    ...(cases.size === 0
      ? {}
      : { resource: byType(cases, ({ configured }) => quoted(configured)) }),
  };
  // Terraform shows the line of an error.
  return JSON.stringify(root, null, 1);
};

/** A state in which each case has another value than its root. */
export const stateOf = (cases: Named, versions: Readonly<Record<string, number>>): string =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    serial: 1,
    lineage: 'example',
    outputs: {},
    resources: [...cases].map(([name, { type, stored }]) => ({
      mode: 'managed',
      ...{ type, name, provider: 'provider["registry.terraform.io/hashicorp/aws"]' },
      instances: [
        {
          schema_version: versions[type] ?? 0,
          attributes: {
            id: 'example',
            arn: `arn:aws:iam::${'9'.repeat(12)}:role/example`,
            ...stored,
          },
        },
      ],
    })),
  });

const byType = (
  cases: Named,
  of: (one: ReplacementCase) => Value,
): Readonly<Record<string, Readonly<Record<string, Value>>>> => {
  const types: Record<string, Record<string, Value>> = {};
  for (const [name, one] of cases) {
    types[one.type] = { ...types[one.type], [name]: of(one) };
  }
  return types;
};

// A text in JSON syntax is a template.
const quoted = (value: Value): Value => {
  if (typeof value === 'string') return value.replaceAll('${', '$${').replaceAll('%{', '%%{');
  if (isList(value)) return value.map(quoted);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, quoted(member)]));
};
