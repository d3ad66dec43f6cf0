import { callTables } from '@bizflow/config/permissions';
import { describe, expect, it } from 'vitest';
import { own } from '../../../testing/repository.ts';
import { statementsOf } from '../policy.ts';
import { type Role, rolesOf } from '../roles.ts';
import { askedBy, callRules, refused } from './call-rules.ts';

const [at] = own.planned;
if (at === undefined) throw new RangeError('there is no cluster');
const tables = callTables(own.fleet, at.cluster);
const roles = rolesOf(at.plan);
const roleOf = (name: string): Role => {
  const role = roles.find((one) => one.name === `${at.cluster.name}-${name}`);
  if (role === undefined) throw new RangeError(`there is no role ${name}`);
  return role;
};
const told = (role: Role, name: string) =>
  callRules([role], { [name]: tables[name] ?? { ...none, calls: [] } }, at).map(
    ({ code, value }) => `${code} ${value}`,
  );
const none = { source: { repository: '', version: '', pin: undefined } };
const named = Object.keys(tables);

describe('the calls of every program', () => {
  it('are allowed in every cluster, and nothing beside them', () => {
    for (const place of own.planned) {
      expect(callRules(rolesOf(place.plan), tables, place)).toEqual([]);
    }
  });

  it('are known of every role that a pod of the cluster may take', () => {
    const ofPods = roles.filter(({ address }) => address.startsWith('module.workload_roles.'));
    expect(named).toEqual(
      expect.arrayContaining(ofPods.map(({ name }) => name.replace(`${at.cluster.name}-`, ''))),
    );
  });

  it('each say where they were read', () => {
    const sourced = named.flatMap(
      (name) => tables[name]?.calls.map(([, , source]) => source) ?? [],
    );
    expect(sourced.filter((source) => source.trim() === '')).toEqual([]);
    expect(
      sourced.filter((source) => /\.(go|ya?ml|json):\d+$/.test(source)).length,
    ).toBeGreaterThan(100);
  });

  it('reach the key of everything that is encrypted', () => {
    const keysOf = (name: string) =>
      askedBy(tables[name] ?? { ...none, calls: [] }, at)
        .filter(({ action }) => action === 'kms:Decrypt')
        .map(({ resource }) => resource);
    for (const name of ['karpenter', 'external-secrets', 'notification-reader', 'cluster']) {
      expect(keysOf(name), name).toHaveLength(1);
    }
    expect(keysOf('api')).toHaveLength(2);
  });
});

describe.each(named)('the role %s', (name) => {
  const role = roleOf(name);
  const table = tables[name] ?? { ...none, calls: [] };
  const asked = askedBy(table, at);

  it('fails without any one of its actions or resources', () => {
    const without = role.statements.flatMap((statement) =>
      (['actions', 'resources'] as const).flatMap((kind) =>
        statement[kind].map((part) => {
          const less = { ...statement, [kind]: statement[kind].filter((one) => one !== part) };
          const statements = role.statements.map((one) => (one === statement ? less : one));
          return { part, found: refused({ ...role, statements }, table, asked) };
        }),
      ),
    );
    expect(without.length).toBeGreaterThan(0);
    expect(without.filter(({ found }) => found.length === 0).map(({ part }) => part)).toEqual([]);
  });

  it('is told what it does not need', () => {
    const more = statementsOf(
      JSON.stringify({
        Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' }],
      }),
    );
    const wide = { ...role, statements: [...role.statements, ...more] };
    expect(told(wide, name)).toEqual([
      'PERMISSION_UNNEEDED dynamodb:GetItem',
      'PERMISSION_UNNEEDED *',
    ]);
  });
});

it('asks to read the calls again when another version is deployed', () => {
  const { karpenter } = tables;
  if (karpenter === undefined) throw new RangeError('karpenter has no table');
  const source = { ...karpenter.source, pin: 'karpenter 0.1.0' };
  const found = callRules(roles, { karpenter: { ...karpenter, source } }, at);
  expect(found.map(({ code }) => code)).toEqual(['CALLS_OLD']);
});
