import { describe, expect, it } from 'vitest';
import { soundTexts, treeWith } from '../../testing/sound-tree.ts';
import { treeOf } from '../hcl/read.ts';
import { planOf } from './plan.ts';

const root = 'environments/e/r';
const plan = planOf(await treeOf(soundTexts), root);
const values = (address: string) =>
  plan.resources.find((resource) => resource.address === address)?.values;

describe('a plan without Terraform', () => {
  it('writes out count, for_each and dynamic blocks of the modules that a root calls', () => {
    expect(plan.failures).toEqual([]);
    expect(plan.resources.map(({ address }) => address).toSorted()).toEqual([
      'module.network.aws_eip.this["a"]',
      'module.network.aws_network_acl.this[0]',
      'module.network.aws_subnet.this["a"]',
      'module.network.aws_subnet.this["b"]',
      'module.network.aws_vpc.this',
      'module.network.data.aws_region.current',
      'module.roles.aws_iam_role.this',
      'module.roles.aws_iam_role_policy.this',
      'module.roles.aws_s3_bucket.this',
      'module.roles.data.aws_caller_identity.current',
      'module.roles.data.aws_iam_policy_document.read',
    ]);
    expect(values('module.network.aws_network_acl.this[0]')?.ingress).toMatchObject([
      { rule_no: 100, cidr_block: '192.0.2.0/28' },
      { rule_no: 101, cidr_block: '192.0.2.16/28' },
    ]);
  });

  it("knows the region and the account from the root's provider", () => {
    expect(plan.place).toEqual({ region: 'xx-west-1', account: '111122223333' });
    expect(values('module.network.aws_subnet.this["b"]')).toMatchObject({
      availability_zone: 'xx-west-1b',
      vpc_id: '‹module.network.aws_vpc.this.id›',
    });
  });

  it('carries values from one module to another, also those that only an apply tells', () => {
    const policy = values('module.roles.aws_iam_role_policy.this');
    expect(policy?.role).toBe('n-reader');
    expect(JSON.parse(String(policy?.policy)).Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::n-111122223333/*'],
        Condition: { StringEquals: { 'aws:SourceVpc': ['‹module.network.aws_vpc.this.id›'] } },
      },
    ]);
  });

  it.each([
    ['an output that no module has', 'module.network.vpc', 'module.network.vcp', 'has no .vcp'],
    ['a module that is not called', 'module.network.vpc', 'module.net.vpc', 'has no .net'],
  ])('fails for %s', async (_, right, slip, why) => {
    const tree = await treeWith(`${root}/main.tf.json`, (text) => text.replace(right, slip));
    expect(planOf(tree, root).failures.map((failure) => failure.why)).toContainEqual(
      expect.stringContaining(why),
    );
  });

  it('fails for a resource that needs itself, instead of running for ever', async () => {
    const tree = await treeWith('modules/roles/main.tf', (text) =>
      text.replace('"${var.name}-reader"', 'aws_iam_role.this.arn'),
    );
    expect(planOf(tree, root).failures).toContainEqual(
      expect.objectContaining({ why: expect.stringContaining('depends on itself') }),
    );
  });
});
