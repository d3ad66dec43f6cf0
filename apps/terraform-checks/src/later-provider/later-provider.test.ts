import { type Tree, treeOf } from '@bizflow/terraform-plan';
import { soundTexts, treeWith } from '@bizflow/terraform-plan/testing';
import { describe, expect, it } from 'vitest';
import { laterProvider } from './later-provider.ts';

const network = 'modules/network/main.tf';

/** A provider that knows one type. */
const schema = {
  managed: {
    aws_vpc: { attributes: { cidr_block: { optional: true }, tags: { optional: true }, id: {} } },
  },
  data: {},
  ephemeral: {},
};

const told = (tree: Tree): readonly string[] =>
  laterProvider(tree, schema).problems.map(({ code, at }) => `${code} ${at}`);

describe('a later provider', () => {
  it('accepts a sound tree, and says which types it was not asked about', async () => {
    const { problems, missing } = laterProvider(await treeOf(soundTexts), schema);
    expect(problems).toEqual([]);
    expect(missing).toContain('aws_subnet');
    expect(missing).not.toContain('aws_vpc');
  });

  it.each<[what: string, from: string, to: string, problem: string]>([
    [
      'an argument unknown later',
      'cidr_block = "192',
      'cidr = "192',
      'ARGUMENT_UNKNOWN terraform/modules/network/main.tf aws_vpc.this',
    ],
    [
      'an argument only given back',
      'tags       =',
      'id = "x"\ntags       =',
      'ARGUMENT_COMPUTED terraform/modules/network/main.tf aws_vpc.this.id',
    ],
    [
      "version 6's own region",
      'tags       =',
      'region = var.name\ntags       =',
      'REGION_OF_ONE terraform/modules/network/main.tf aws_vpc.this',
    ],
    [
      'an attribute unknown later',
      'aws_vpc.this.id',
      'aws_vpc.this.vpc_id',
      'ATTRIBUTE_UNKNOWN terraform/environments/e/r module.network.aws_subnet.this["a"]',
    ],
  ])('refuses %s', async (_, from, to, problem) => {
    const tree = await treeWith(network, (text) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    });
    expect(told(tree)).toContain(problem);
  });
});
