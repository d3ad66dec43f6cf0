import { serviceRoleRules } from '@bizflow/config/order';
import * as permissions from '@bizflow/config/permissions';
import { expect, it } from 'vitest';
import { accessReference } from './access-reference.ts';

const { accessGroups, accessRules, passedRoles } = permissions;
const reference = await accessReference();

/** The problems with one table in the place of EKS's. */
const saidOf = (other: object) => {
  const platform = accessGroups.platform.map((table) =>
    table.service === 'eks' ? { ...table, ...other } : table,
  );
  return accessRules(
    { ...permissions, accessGroups: { ...accessGroups, platform } },
    reference,
  ).map(({ code, at, value }) => `${code} ${at} ${value}`);
};
const [{ types } = { types: {} }] = accessGroups.platform;
const cluster = ['DescribeCluster', 'CreateCluster DeleteCluster iam:PassRole', 'a page'];

it('finds every word of the tables in IAM, the provider or the sources of Terraform', () => {
  expect(accessRules(permissions, reference)).toEqual([]);
  expect(reference.actions.size).toBeGreaterThan(15_000);
  expect(reference.made.size).toBeGreaterThan(100);
});

it.each([
  [
    'an action that IAM has not',
    ['DescribeClusterz', cluster[1]],
    'ACCESS_UNKNOWN eks.types.aws_eks_cluster eks:DescribeClusterz',
  ],
  [
    'an action of another service',
    [cluster[0], 'kms:DescribeKeys'],
    'ACCESS_UNKNOWN eks.types.aws_eks_cluster kms:DescribeKeys',
  ],
  [
    'an action that reads and writes',
    [cluster[0], `DescribeCluster ${cluster[1]}`],
    'ACCESS_TABLE eks.types.aws_eks_cluster eks:DescribeCluster',
  ],
  ['nothing that reads', ['', cluster[1]], 'ACCESS_TABLE eks.types.aws_eks_cluster reads'],
  ['nothing that makes', [cluster[0], ''], 'ACCESS_TABLE eks.types.aws_eks_cluster writes'],
  [
    'an empty source',
    [...cluster.slice(0, 2), ' '],
    'ACCESS_TABLE eks.types.aws_eks_cluster beyond',
  ],
])('refuses %s', (_, own, said) => {
  expect(saidOf({ types: { ...types, aws_eks_cluster: own } })).toEqual([said]);
});

it.each([
  [
    'a type that Terraform has not',
    { types: { aws_eks_clusters: cluster } },
    'ACCESS_UNKNOWN eks.types aws_eks_clusters',
  ],
  ['a folder that is none', { source: 'service/eks' }, 'ACCESS_TABLE eks.source service/eks'],
  ['no tags where the service has tags', { tags: '' }, 'ACCESS_TABLE eks.tags ""'],
])('refuses %s', (_, other, said) => {
  expect(saidOf(other)).toContain(said);
});

it.each([
  ['argument', { argument: 'roll_arn' }],
  ['to', { to: ['eks.amazonaws.com x'] }],
  ['suffixes', { suffixes: ['clusters-of-none'] }],
])('refuses a passed role whose %s is unknown', (name, other) => {
  const aws_eks_cluster = { ...passedRoles.aws_eks_cluster, ...other } as permissions.PassedRole;
  const facts = { ...permissions, passedRoles: { ...passedRoles, aws_eks_cluster } };
  expect(accessRules(facts, reference).map(({ at }) => at)).toEqual([
    `passedRoles.aws_eks_cluster.${name}`,
  ]);
});

it('refuses an action that is named twice', () => {
  const keyUses = [...permissions.keyUses, ...permissions.keyUses.slice(0, 1)];
  expect(accessRules({ ...permissions, keyUses }, reference).map(({ code }) => code)).toEqual([
    'FACT_TWICE',
  ]);
});

it('refuses a key, a boundary, an account and a region that name what is not there', () => {
  const { accountTypes, worldwide } = permissions;
  const staging = { makes: ['aws_nothing'], looksUp: [] };
  const facts = {
    ...permissions,
    accountTypes: { ...accountTypes, staging },
    keyUses: ['kms:Encipher'],
    neverByMachine: ['s3:DeleteEverything'],
    worldwide: { ...worldwide, iam: 'us-north-9' },
  };
  expect(accessRules(facts, reference).map(({ value }) => value)).toEqual([
    ...['aws_nothing', 'kms:Encipher', 's3:DeleteEverything', 'us-north-9'],
  ]);
});

it('refuses a service-linked role that waits for what is not made', () => {
  expect(serviceRoleRules(reference.made)).toEqual([]);
  const role = {
    service: 'rds.amazonaws.com',
    role: 'RDS',
    neededBy: ['Ingress', 'aws_db_stance'],
  };
  const foreign = { service: 'rds.amazon.com', role: 'RDS', neededBy: [] };
  const said = serviceRoleRules(reference.made, [role, foreign]);
  expect(said.map(({ code, value }) => [code, value])).toEqual([
    ['SERVICE_ROLE', 'aws_db_stance'],
    ['SERVICE_ROLE', 'rds.amazon.com'],
  ]);
});
