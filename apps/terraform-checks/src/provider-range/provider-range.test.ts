import { join } from 'node:path';
import type { Texts } from '@bizflow/terraform-plan';
import { soundTexts, terraformTexts } from '@bizflow/terraform-plan/testing';
import { repository } from '@bizflow/testing/repository';
import { skips } from '@bizflow/testing/tools';
import { describe, expect, it } from 'vitest';
import { acceptedAtEnds } from './accepted.ts';
import { laterSchema } from './later-schema.ts';
import { type Accepted, providerEnd } from './provider-range.ts';
import type { BlockSchema, ProviderSchema } from './provider-schema.ts';

const network = 'modules/network/main.tf';
const provider = Object.keys(soundTexts).find((path) => path.endsWith('.tf.json')) ?? '';
const given = { optional: true };

/** A type that knows whatever the sound tree gives it. */
const vpc: BlockSchema = { attributes: { cidr_block: given, tags: given, id: {} } };
const types = ['aws_subnet', 'aws_eip', 'aws_network_acl', 'aws_s3_bucket'] as const;

/** A provider that knows one type well, and has never heard of the others. */
const schema = (own: Partial<ProviderSchema> = {}): ProviderSchema => ({
  called: 'version 9',
  provider: { attributes: { region: given, allowed_account_ids: given } },
  managed: { aws_vpc: vpc },
  data: {},
  ephemeral: {},
  ...own,
});

const told = async (
  texts: Texts,
  own: Partial<ProviderSchema> = {},
  accepted: readonly Accepted[] = [],
): Promise<readonly string[]> =>
  (await providerEnd(texts, schema(own), accepted)).map(({ code, at }) => `${code} ${at}`);

const changed = (path: string, from: string, to: string): Texts => {
  const text = soundTexts[path] ?? '';
  expect(text).toContain(from);
  return { ...soundTexts, [path]: text.replace(from, to) };
};

const withVpc = (own: BlockSchema): Partial<ProviderSchema> => ({ managed: { aws_vpc: own } });

describe('an end of the range of providers', () => {
  it('accepts what it knows, and names each type that it lacks, with its line', async () => {
    const found = await told(soundTexts);
    expect(found.filter((one) => one.includes('aws_vpc'))).toEqual([]);
    for (const type of types) {
      expect(found).toContainEqual(
        expect.stringMatching(
          new RegExp(`^TYPE_UNKNOWN terraform/modules/\\w+/main.tf:\\d+ ${type}\\.this$`),
        ),
      );
    }
  });

  it.each<[what: string, from: string, to: string, problem: string]>([
    [
      'an argument that is gone',
      'cidr_block = "192',
      'cidr = "192',
      'ARGUMENT_UNKNOWN terraform/modules/network/main.tf:18 aws_vpc.this.cidr',
    ],
    [
      'an argument that is only given back',
      'tags       =',
      'id = "x"\ntags       =',
      'ARGUMENT_COMPUTED terraform/modules/network/main.tf:19 aws_vpc.this.id',
    ],
    [
      "version 6's own region",
      'tags       =',
      'region = var.name\ntags       =',
      'REGION_OF_ONE terraform/modules/network/main.tf:19 aws_vpc.this.region',
    ],
    [
      'a block that is gone',
      'tags       =',
      'flow {\n}\ntags       =',
      'ARGUMENT_UNKNOWN terraform/modules/network/main.tf:19 aws_vpc.this.flow',
    ],
    [
      'an attribute that is read and gone',
      'aws_vpc.this.id',
      'aws_vpc.this.vpc_id',
      'ATTRIBUTE_UNKNOWN terraform/modules/network/main.tf:23 aws_vpc.this.vpc_id',
    ],
    [
      'the same in a plan',
      'aws_vpc.this.id',
      'aws_vpc.this.vpc_id',
      'ATTRIBUTE_UNKNOWN terraform/environments/e/r module.network.aws_subnet.this["a"]',
    ],
  ])('refuses %s', async (_, from, to, problem) => {
    expect(await told(changed(network, from, to))).toContain(problem);
  });

  it.each<[what: string, own: Partial<ProviderSchema>, problem: string]>([
    [
      'a type',
      withVpc({ ...vpc, deprecated: true }),
      'TYPE_DEPRECATED terraform/modules/network/main.tf:17 aws_vpc.this',
    ],
    [
      'an argument',
      withVpc({ attributes: { ...vpc.attributes, cidr_block: { ...given, deprecated: true } } }),
      'ARGUMENT_DEPRECATED terraform/modules/network/main.tf:18 aws_vpc.this.cidr_block',
    ],
    [
      'a block',
      withVpc({
        attributes: { cidr_block: given, id: {} },
        block_types: { tags: { block: { attributes: { Name: given }, deprecated: true } } },
      }),
      'BLOCK_DEPRECATED terraform/modules/network/main.tf:19 aws_vpc.this.tags',
    ],
    [
      'an attribute that is read',
      withVpc({ attributes: { ...vpc.attributes, id: { computed: true, deprecated: true } } }),
      'ATTRIBUTE_DEPRECATED terraform/modules/network/main.tf:23 aws_vpc.this.id',
    ],
    [
      'an attribute of a data source',
      { data: { aws_region: { attributes: { id: { computed: true, deprecated: true } } } } },
      'ATTRIBUTE_DEPRECATED terraform/modules/network/main.tf:24 data.aws_region.current.id',
    ],
  ])('names %s that is deprecated', async (_, own, problem) => {
    expect(await told(soundTexts, own)).toContain(problem);
  });

  it.each<[what: string, own: BlockSchema]>([
    ['an argument', { attributes: { ...vpc.attributes, owner: { required: true } } }],
    ['a block', { ...vpc, block_types: { owner: { block: {}, min_items: 1 } } }],
  ])('names %s that it requires', async (_, own) => {
    expect(await told(soundTexts, withVpc(own))).toContain(
      'ARGUMENT_MISSING terraform/modules/network/main.tf:17 aws_vpc.this',
    );
  });

  it('looks at the provider of every rendered root', async () => {
    const found = await told(soundTexts, { provider: { attributes: { region: given } } });
    expect(found).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^ARGUMENT_UNKNOWN terraform/${provider}:\\d+ provider\\.aws\\.allowed_account_ids$`,
        ),
      ),
    );
  });

  it('lets stand what is accepted, and names what is accepted in vain', async () => {
    const reason = 'known';
    const [one, ...rest] = await told(soundTexts, {}, [
      { code: 'TYPE_UNKNOWN', value: 'aws_subnet', reason },
      { code: 'TYPE_UNKNOWN', value: 'aws_gone', reason },
    ]);
    expect([one, ...rest].filter((found) => found?.endsWith('aws_subnet.this'))).toEqual([]);
    expect(rest.at(-1)).toBe('ACCEPTED_STALE provider-range.json TYPE_UNKNOWN');
  });
});

const later = laterSchema();
const noSchema = skips(
  'provider-schema',
  'the modules and roots under the later provider',
  'why' in later ? later.why : undefined,
);

it.skipIf(noSchema)('finds nothing in the modules and roots under the later provider', async () => {
  if ('why' in later) return;
  const texts = terraformTexts(join(repository, 'terraform'));
  expect(await providerEnd(texts, later, acceptedAtEnds().later)).toEqual([]);
});
