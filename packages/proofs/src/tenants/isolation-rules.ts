import type { Tenancy } from '@bizflow/config/tenancy';
import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Effects } from './effects.ts';
import { grantRules } from './grant-rules.ts';
import { roleRules } from './role-rules.ts';
import {
  after,
  named,
  partitionsOf,
  type TableState,
  type TableStates,
  untouched,
} from './table-states.ts';

/** A relation as the migration spells it. */
const relationOf = ({ schema }: Pick<Tenancy, 'schema'>, name: string): string =>
  `"${schema}"."${name}"`;

/** The one policy that lets a tenant see its own rows, and nothing where no tenant is set. */
const policyOf = (tenantColumn: string, setting: string): string => {
  const own = `("${tenantColumn}" = nullif(current_setting('${setting}', true), '')::uuid)`;
  return `AS PERMISSIVE FOR ALL TO PUBLIC USING ${own} WITH CHECK ${own}`;
};

/** What keeps a state from showing a tenant only its own rows; empty where nothing does. */
const gapsOf = ({ enabled, forced, policies }: TableState, policy: string): readonly string[] => [
  ...(enabled ? [] : ['row security is not enabled']),
  ...(forced ? [] : ['it is not forced, so the owner passes by it']),
  ...(Object.values(policies).some((one) => one === policy)
    ? []
    : ["no policy compares the row's tenant with the setting"]),
  ...Object.entries(policies)
    .filter(([, one]) => one !== policy)
    .map(([name]) => `the policy ${name} says something else, and permissive policies add up`),
];

/** The tables whose rows belong to tenants, and the partitions of those that have any. */
const closedTables = (tenancy: Tenancy) =>
  tenancy.tables.flatMap(({ name, tenantColumn, partitions }) => {
    const relation = relationOf(tenancy, name);
    const policy = policyOf(tenantColumn, tenancy.setting);
    return [relation, ...(partitions === 'none' ? [] : [partitionsOf(relation)])].map((one) => ({
      relation: one,
      policy,
    }));
  });

/** Whether a relation shows a tenant only its own rows, after each of the effects. */
const isClosedIn =
  (tenancy: Tenancy) =>
  (states: TableStates, relation: string): boolean =>
    closedTables(tenancy).some(
      (one) =>
        one.relation === relation && gapsOf(states[relation] ?? untouched, one.policy).length === 0,
    );

/** The states of the tables after each effect. */
const statesAfter = (done: Effects): readonly TableStates[] => {
  let last: TableStates = {};
  return done.map((effect) => {
    last = after(last, effect);
    return last;
  });
};

/** What contradicts that SQL lets the application see the rows of one tenant at a time. */
export const isolationRules = (
  at: string,
  effects: Effects,
  tenancy: Tenancy,
): readonly Problem[] => {
  const done = effects.map(named);
  const states = statesAfter(done);
  return [
    ...done.flatMap(({ kind, text }) => (kind === 'unknown' ? [unknownStatement(at, text)] : [])),
    ...closedTables(tenancy).flatMap(({ relation, policy }) =>
      gapsOf(states.at(-1)?.[relation] ?? untouched, policy).map((gap) =>
        openTable(`${at} ${relation}`, gap),
      ),
    ),
    ...grantRules(at, done, states, tenancy, isClosedIn(tenancy)),
    ...roleRules(at, done, tenancy),
    ...auditRules(at, done),
  ];
};

const unknownStatement = (at: string, text: string): Problem =>
  problem({
    code: 'TENANTS_STATEMENT',
    at,
    value: text,
    reason: 'is a statement whose effect on access is unknown',
    remedy: 'add it to packages/proofs/src/tenants/effects.ts with what it does, or leave it out',
  });

const openTable = (at: string, gap: string): Problem =>
  problem({
    code: 'TENANTS_OPEN',
    at,
    value: gap,
    reason: 'so one tenant could be shown the rows of another',
    remedy: 'let packages/tenant-isolation render ENABLE, FORCE and the one policy for it',
  });

// Whatever the audit finds undoes the whole transaction; a ledger that is written before would hide it.
const auditRules = (at: string, done: Effects): readonly Problem[] => {
  const place = (test: (one: Effects[number]) => boolean): number => done.findIndex(test);
  const asked = place(({ text }) =>
    /INTO findings FROM \S+\.tenant_isolation_findings\(\)/.test(text),
  );
  const raised = place(
    ({ text, guards }) =>
      text.startsWith('RAISE EXCEPTION ') && guards.join() === 'findings IS NOT NULL',
  );
  const written = place(({ text }) => /^INSERT INTO \S+\.migration_ledger /.test(text));
  const ended = place(({ text }) => text === 'COMMIT');
  const isLast = place(({ text }) => text === 'BEGIN') === 0 && ended === done.length - 1;
  return unless(isLast && asked > 0 && asked < raised && raised < written && written < ended, {
    code: 'TENANTS_UNCHECKED',
    at,
    value: 'the audit',
    reason: 'is not called in the same transaction, before the ledger records success',
    remedy: 'call tenant_isolation_findings() last, and raise an exception if it returns rows',
  });
};
