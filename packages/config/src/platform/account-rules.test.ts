import { expect, it } from 'vitest';
import { accountRules } from './account-rules.ts';

const dns = { namespace: 'dns', serviceAccount: 'writer' };
const programs = [{ name: 'dns', namespace: 'dns' }];
const codes = (
  accounts: Parameters<typeof accountRules>[0],
  charted: Parameters<typeof accountRules>[1],
  own: Parameters<typeof accountRules>[2] = [],
) => accountRules(accounts, charted, own).map(({ code, at }) => [code, at]);

it('finds nothing in the committed accounts', () => {
  expect(accountRules()).toEqual([]);
  expect(codes({ dns }, programs)).toEqual([]);
});

it('names an account in another namespace than its program', () => {
  expect(codes({ dns: { ...dns, namespace: 'kube-system' } }, programs)).toEqual([
    ['ACCOUNT_NAMESPACE', 'platform.platformAccounts.dns.namespace'],
  ]);
  expect(codes({ 'argo-cd-reader': dns }, [])).toEqual([
    ['ACCOUNT_NAMESPACE', 'platform.platformAccounts.argo-cd-reader.namespace'],
  ]);
  expect(codes({ 'otel-edge': dns }, [])).toEqual([
    ['ACCOUNT_NAMESPACE', 'platform.platformAccounts.otel-edge.namespace'],
  ]);
});

it('names an account of two programs', () => {
  expect(codes({ dns, other: dns }, programs)).toEqual([
    ['ACCOUNT_SHARED', 'platform.platformAccounts.other.serviceAccount'],
  ]);
});

it('names two controllers of one name', () => {
  expect(codes({}, [...programs, ...programs])).toEqual([
    ['CONTROLLER_TWICE', 'platform.controllers[1].name'],
  ]);
});

it('names an account that is not the one that an add-on of EKS brings', () => {
  const node = { namespace: 'kube-system', serviceAccount: 'aws-node' };
  expect(codes({ 'aws-node': node }, [])).toEqual([]);
  expect(codes({ 'aws-node': { ...node, serviceAccount: 'aws-nodes' } }, [])).toEqual([
    ['ACCOUNT_ADD_ON', 'platform.platformAccounts.aws-node'],
  ]);
});

it('names a controller of our own without an account, or in another namespace than its name', () => {
  expect(codes({ dns }, [], programs)).toEqual([]);
  expect(codes({ dns: { ...dns, namespace: 'other' } }, [], programs)).toEqual([
    ['ACCOUNT_NAMESPACE', 'platform.platformAccounts.dns.namespace'],
  ]);
  expect(codes({ other: dns }, [], programs)).toEqual([
    ['ACCOUNT_MISSING', 'platform.policyController.name'],
  ]);
});
