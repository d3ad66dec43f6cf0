import type { Tenancy } from '@bizflow/config/tenancy';
import { policyName } from '../policy.ts';
import { literal } from '../quoting.ts';
import { type Finding, refused } from './finding.ts';

/** The policy as PostgreSQL prints it, compared in that form. */
const expected = (setting: string): string =>
  `format('(%I = (NULLIF(current_setting(%L::text, true), ''''::text))::uuid)', g.tenant_column, ${literal(setting)})`;

/** Whether each tenant table has exactly this one policy, which also applies to its owner. */
export const rowSecurity = ({ setting }: Tenancy): readonly Finding[] => [
  refused(
    'ROW_SECURITY_OFF',
    'g.object',
    "'row security is not enabled'",
    'FROM guarded g WHERE NOT g.relrowsecurity',
  ),
  refused(
    'ROW_SECURITY_NOT_FORCED',
    'g.object',
    "'its owner bypasses the policy: FORCE ROW LEVEL SECURITY is missing'",
    'FROM guarded g WHERE NOT g.relforcerowsecurity',
  ),
  refused(
    'OWNER_PASSES',
    'g.object',
    "format('%I owns it, and bypasses row security even with FORCE', o.rolname)",
    `FROM guarded g
  JOIN pg_class c ON c.oid = g.oid
  JOIN pg_roles o ON o.oid = c.relowner
  WHERE o.rolsuper OR o.rolbypassrls`,
  ),
  refused(
    'POLICY_MISSING',
    'g.object',
    `'no policy ${policyName} with the stated USING and WITH CHECK for every role and command'`,
    `FROM guarded g
  WHERE NOT EXISTS (
    SELECT FROM pg_policy p
    WHERE p.polrelid = g.oid AND p.polname = '${policyName}' AND p.polpermissive
      AND p.polcmd = '*' AND p.polroles = '{0}'
      AND pg_get_expr(p.polqual, p.polrelid) = ${expected(setting)}
      AND pg_get_expr(p.polwithcheck, p.polrelid) = ${expected(setting)}
  )`,
  ),
  ...besidePolicy,
];

// What could undo the policy beside it.
const besidePolicy: readonly Finding[] = [
  refused(
    'POLICY_SECOND',
    'g.object',
    "format('the permissive policy %I allows rows that the first policy filters', p.polname)",
    `FROM guarded g
  JOIN pg_policy p ON p.polrelid = g.oid AND p.polpermissive AND p.polname <> '${policyName}'`,
  ),
  refused(
    'TENANT_COLUMN',
    'm.object',
    "format('%I is not a column of type uuid NOT NULL', m.tenant_column)",
    `FROM member m
  WHERE m.attnum IS NULL OR m.atttypid <> 'uuid'::regtype OR NOT m.attnotnull`,
  ),
  refused(
    'RULE',
    'm.object',
    "format('the rule %I runs with the permissions of the table''s owner', w.rulename)",
    `FROM member m JOIN pg_rewrite w ON w.ev_class = m.oid`,
  ),
];
