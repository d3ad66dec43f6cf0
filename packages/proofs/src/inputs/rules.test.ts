import { planOf, type Tree, treeOf } from '@bizflow/terraform-plan';
import { soundTexts, treeWith } from '@bizflow/terraform-plan/testing';
import { describe, expect, it } from 'vitest';
import { callRules } from './call-rules.ts';
import { placeRules } from './place-rules.ts';
import { shapeRules } from './shape-rules.ts';

const root = 'environments/e/r';
const rootFile = `${root}/main.tf.json`;
const network = 'modules/network/main.tf';

const told = (tree: Tree): readonly string[] =>
  [
    ...Object.values(tree).flatMap(shapeRules),
    ...placeRules(Object.values(tree).slice(0, -1), []),
    ...callRules(planOf(tree, root), tree),
  ].map(({ code, at }) => `${code} ${at}`);

describe('the rules for modules and roots', () => {
  it('find nothing in a sound tree', async () => {
    const tree = await treeOf({
      ...soundTexts,
      [rootFile]: JSON.stringify({
        ...JSON.parse(soundTexts[rootFile] ?? ''),
        terraform: {
          required_version: '>= 1.11',
          required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } },
        },
      }),
    });
    expect(told(tree)).toEqual([]);
  });

  it.each(['>= 5.100, < 7', '~> 5.100', '5.100'])(
    'find a root in which two people could plan with different providers: %s',
    async (version) => {
      const tree = await treeOf({
        ...soundTexts,
        [rootFile]: JSON.stringify({
          ...JSON.parse(soundTexts[rootFile] ?? ''),
          terraform: {
            required_version: '>= 1.11',
            required_providers: { aws: { source: 'hashicorp/aws', version } },
          },
        }),
      });
      expect(told(tree)).toEqual([`VERSIONS terraform/${root}`]);
    },
  );

  it.each<[what: string, path: string, from: string, to: string, problem: string]>([
    [
      'another version',
      'modules/roles/versions.tf',
      '< 7',
      '< 8',
      'VERSIONS terraform/modules/roles',
    ],
    [
      'a provider in a module',
      network,
      'locals {',
      'provider "aws" {}\nlocals {',
      'PROVIDER_IN_MODULE terraform/modules/network',
    ],
    [
      'a state in a module',
      network,
      'locals {',
      'terraform {\n backend "s3" {}\n}\nlocals {',
      'BACKEND_IN_MODULE terraform/modules/network',
    ],
    [
      'a variable without type',
      network,
      'type        = string',
      '',
      'TYPE terraform/modules/network var.name',
    ],
    [
      'a variable without words',
      network,
      'description = "Prefix of every name."',
      '',
      'DESCRIPTION terraform/modules/network var.name',
    ],
    [
      'an output without words',
      'modules/network/outputs.tf',
      'description = "The VPC\'s id."',
      '',
      'DESCRIPTION terraform/modules/network output.vpc',
    ],
    [
      'a region in a module',
      network,
      'Name = var.name',
      'Name = "x-eu-north-9"',
      'PLACE_LITERAL terraform/modules/network aws_vpc.this.tags.Name',
    ],
    [
      'an account in a module',
      network,
      'Name = var.name',
      'Name = "111122223333"',
      'PLACE_LITERAL terraform/modules/network aws_vpc.this.tags.Name',
    ],
    [
      'an input that no one reads',
      rootFile,
      '"name":"n","zones"',
      '"nmae":"n","name":"n","zones"',
      'INPUT_UNKNOWN terraform/environments/e/r module.network',
    ],
    [
      'a forgotten input',
      rootFile,
      '"name":"n","zones"',
      '"zones"',
      'INPUT_MISSING terraform/environments/e/r module.network',
    ],
    [
      'an input of a wrong type',
      rootFile,
      '"name":"n","zones"',
      '"name":7,"zones"',
      'INPUT_TYPE terraform/environments/e/r module.network name',
    ],
    [
      'a wrong type deep inside',
      rootFile,
      '"open":true',
      '"open":"yes"',
      'INPUT_TYPE terraform/environments/e/r module.network zones',
    ],
    [
      'a misspelled field',
      rootFile,
      '"open":true',
      '"oepn":true',
      'INPUT_TYPE terraform/environments/e/r module.network zones',
    ],
    [
      'an input out of range',
      rootFile,
      ',"b":{"cidr":"192.0.2.16/28"}',
      '',
      'INPUT_REFUSED terraform/environments/e/r module.network zones',
    ],
    [
      'an output that is not there',
      rootFile,
      'module.network.vpc',
      'module.network.vcp',
      'PLAN_FAILS terraform/environments/e/r module.roles.data aws_iam_policy_document read',
    ],
  ])('name %s', async (_, path, from, to, problem) => {
    const tree = await treeWith(path, (text) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    });
    expect(told(tree)).toContain(problem);
  });

  it('keep no allowed place that is gone', async () => {
    const tree = await treeOf(soundTexts);
    const fixed = [{ folder: 'modules/network', literal: 'us-east-1', why: 'CloudFront' }];
    expect(placeRules(Object.values(tree).slice(0, 2), fixed)).toMatchObject([
      { code: 'PLACE_STALE' },
    ]);
  });
});
