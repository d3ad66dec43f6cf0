import { describe, expect, it } from 'vitest';
import { ownManifests, ownPlans } from '../../testing/repository.ts';
import { nameProblems } from './names.ts';

const told = (manifests: typeof ownManifests, plans = ownPlans) =>
  nameProblems(manifests, plans).map(({ at, value, reason }) => `${at}: ${value} ${reason}`);

describe('names that gitops/ counts on', () => {
  it('are all made by a root', () => {
    expect(told(ownManifests)).toEqual([]);
  });

  it.each([
    ['a role', 'role-arn: arn:aws:iam::111122223333:role/bizflow-x', 'bizflow-x is a role'],
    ['a role of nodes', '  role: bizflow-x-node', 'bizflow-x-node is a role'],
    ['a secret', '        key: bizflow/x/y/slack', 'bizflow/x/y/slack is a secret'],
    ['a web ACL', '  wafv2AclName: bizflow-x-direct', 'bizflow-x-direct is a web ACL'],
    ['a VPC', 'vpcTags:\n  Name: bizflow-x', 'bizflow-x is a VPC'],
    ['a cluster', '  clusterName: bizflow-x', 'bizflow-x is a cluster'],
    ['a tag', '  karpenter.sh/discovery: bizflow-x', 'bizflow-x is a discovery tag'],
    ['a log group', '  log_group_name /bizflow/x', '/bizflow/x is a log group'],
    ['a security group', 'securityGroups:\n  - bizflow-x-cdn', 'bizflow-x-cdn is a security group'],
    [
      'a repository',
      'image: 123456789012.dkr.ecr.xx-west-1.amazonaws.com/bizflow/x@sha256:0',
      '123456789012.dkr.ecr.xx-west-1.amazonaws.com/bizflow/x is a repository',
    ],
  ])('are missed when %s has been renamed', (_, text, wanted) => {
    expect(told({ f: text })).toEqual([`f: ${wanted} that no root makes`]);
  });

  it('include web ACLs that the cluster makes itself', () => {
    const acl = 'kind: WebACL\nspec:\n  name: bizflow-x-direct\n';
    expect(told({ f: '  wafv2AclName: bizflow-x-direct', g: acl })).toEqual([]);
  });

  it('are looked for in every cluster', () => {
    const kinds = new Set(nameProblems(ownManifests, []).map(({ reason }) => reason));
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
      ].map((kind) => `is a ${kind} that no root makes`),
    );
  });
});
