import { fleet } from '@bizflow/config';
import { accountTypes, neverByMachine } from '@bizflow/config/permissions';
import { describe, expect, it } from 'vitest';
import { accessRoot } from './access-root.ts';
import { accounts } from './account.ts';
import { accountActions } from './account-actions.ts';
import { passedRoleNames } from './passed-role-names.ts';
import { readSecrets } from './read-secrets.ts';

const facts = fleet(
  { apiVersion: 'images.bizflow.app/v1', images: { production: {}, staging: {} } },
  {},
);
const names = Object.keys(accountTypes) as (keyof typeof accountTypes)[];

describe('the root for access of an account', () => {
  it('is one for each account, with a state of its own in it', () => {
    const backends = accounts(facts).map((account) => {
      const files = accessRoot(account, facts);
      const settings = files.find(({ path }) => path.endsWith('/terraform.tf.json'));
      return JSON.stringify(settings?.body);
    });
    expect(
      accounts(facts)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(names.toSorted());
    expect(new Set(backends).size).toBe(names.length);
  });

  it.each(names)('of %s names no action that people keep for themselves', (name) => {
    const { groups, worldwide, identity } = accountActions(name);
    const actions = [...Object.values(groups), worldwide, identity].flatMap(({ reads, writes }) => [
      ...reads,
      ...writes,
    ]);
    expect(actions.length).toBeGreaterThan(50);
    expect(actions.filter((action) => neverByMachine.some((never) => never === action))).toEqual(
      [],
    );
  });

  it('lets a plan read no secret that a person puts in', () => {
    const read = accounts(facts).flatMap((account) => readSecrets(account, facts));
    expect(read).toContain('bizflow/production/*/database');
    expect(read.filter((name) => /twilio|meta|gupshup|slack|pagerduty|key$/.test(name))).toEqual(
      [],
    );
  });

  it.each(names)('of %s hands on only roles of the account', (name) => {
    const roles = Object.values(passedRoleNames({ name })).flat();
    expect(roles.length).toBeGreaterThan(0);
    expect(roles.filter((role) => !role.startsWith(`bizflow-${name}-`))).toEqual([]);
  });
});
