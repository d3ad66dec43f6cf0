import { describe, expect, it } from 'vitest';
import { accessGroups } from './access-groups.ts';
import { accountTypes } from './accounts.ts';
import { keyUses, terraformAccess } from './groups.ts';
import { passedRoles } from './passed-roles.ts';

const tables = Object.values(accessGroups).flat();
const entries = tables.flatMap(({ service, types }) =>
  Object.entries(types).map(([type, actions]) => ({ service, type, actions })),
);

describe('what Terraform asks of AWS', () => {
  it('is said once for a type', () => {
    const types = entries.map(({ type }) => type);
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
  });

  it('names each action whole', () => {
    const actions = Object.values(terraformAccess).flatMap(({ reads, writes }) => [
      ...reads,
      ...writes,
    ]);
    expect(actions.filter((action) => !/^[a-z0-9-]+:[A-Z]\w+$/.test(action))).toEqual([]);
  });

  it('has a source wherever a service asks its caller for more than its own calls', () => {
    const more = entries.filter(({ service, actions: [, writes, beyond] }) => {
      const others = String(writes)
        .split(' ')
        .filter((word) => /^(iam|kms):/.test(word));
      return service !== 'iam' && service !== 'kms' && others.length > 0 && beyond === undefined;
    });
    expect(more.map(({ type }) => type)).toEqual([]);
  });

  it('reads a secret through Secrets Manager, and uses keys in no other read', () => {
    const readers = Object.entries(terraformAccess)
      .filter(([, { reads }]) => reads.some((action) => keyUses.some((use) => use === action)))
      .map(([type]) => type);
    expect(readers).toEqual(['aws_secretsmanager_secret_version']);
  });

  it('is known for each type of an account', () => {
    const listed = Object.values(accountTypes).flatMap(({ makes, looksUp }) => [
      ...makes,
      ...looksUp,
    ]);
    expect(listed.filter((type) => terraformAccess[type] === undefined)).toEqual([]);
  });

  it('hands a role on for each type that asks to, and for no other', () => {
    const asks = Object.entries(terraformAccess)
      .filter(([, { writes }]) => writes.includes('iam:PassRole'))
      .map(([type]) => type);
    expect(asks.toSorted()).toEqual(Object.keys(passedRoles).toSorted());
  });
});
