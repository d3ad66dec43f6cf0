import { describe, expect, it } from 'vitest';
import { own } from '../../testing/repository.ts';
import { nameRules } from './name-rules.ts';
import { names } from './names.ts';

const told = (manifests: typeof own.manifests, plans = own.plans) =>
  nameRules(manifests, plans).map(({ at, value, reason }) => `${at}: ${value} ${reason}`);

describe('names that gitops/ counts on', () => {
  it('are all made by a root', () => {
    expect(names(own)).toMatchObject({ proof: 'names', holds: true });
  });

  it.each([
    ['a role', 'role-arn: arn:aws:iam::111122223333:role/bizflow-x', 'bizflow-x role'],
    ['a role of nodes', '  role: bizflow-x-node', 'bizflow-x-node role'],
    ['a secret', '        key: bizflow/x/y/slack', 'bizflow/x/y/slack secret'],
    ['a web ACL', '  wafv2AclName: bizflow-x-direct', 'bizflow-x-direct web ACL'],
    ['a VPC', 'vpcTags:\n  Name: bizflow-x', 'bizflow-x VPC'],
    ['a cluster', '  clusterName: bizflow-x', 'bizflow-x cluster'],
    ['a tag', '  karpenter.sh/discovery: bizflow-x', 'bizflow-x discovery tag'],
    ['a log group', '  log_group_name /bizflow/x', '/bizflow/x log group'],
    ['a security group', 'securityGroups:\n  - bizflow-x-cdn', 'bizflow-x-cdn security group'],
    [
      'a repository',
      'image: 123456789012.dkr.ecr.xx-west-1.amazonaws.com/bizflow/x@sha256:0',
      '123456789012.dkr.ecr.xx-west-1.amazonaws.com/bizflow/x repository',
    ],
  ])('are missed when %s has been renamed', (_, text, wanted) => {
    const [name = '', ...kind] = wanted.split(' ');
    expect(names({ ...own, manifests: { f: text } })).toMatchObject({
      holds: false,
      counterExamples: [
        {
          at: 'f',
          value: name,
          reason: `is the name of a ${kind.join(' ')}, but no Terraform root creates one with this name`,
        },
      ],
    });
  });

  it('include web ACLs that the cluster makes itself', () => {
    const acl = 'kind: WebACL\nspec:\n  name: bizflow-x-direct\n';
    expect(told({ f: '  wafv2AclName: bizflow-x-direct', g: acl })).toEqual([]);
  });

  it('are looked for in every cluster', () => {
    const kinds = new Set(nameRules(own.manifests, []).map(({ reason }) => reason));
    expect([...kinds].toSorted()).toEqual(
      [
        'VPC',
        'cluster',
        'discovery tag',
        'log group',
        'repository',
        'role',
        'secret',
        'security group',
        'web ACL',
      ].map((kind) => `is the name of a ${kind}, but no Terraform root creates one with this name`),
    );
  });
});
