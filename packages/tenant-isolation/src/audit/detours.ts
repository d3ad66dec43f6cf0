import type { Tenancy } from '@bizflow/config/tenancy';
import { literal } from '../quoting.ts';
import { type Finding, refused, reviewable } from './finding.ts';

/** Whether anything acts with more rights than who calls it, or outside of row security. */
export const detours = ({ setting }: Tenancy): readonly Finding[] => [
  refused(
    'VIEW_OF_OWNER',
    'g.object',
    "'reads with the permissions of its owner: set security_invoker'",
    `FROM (SELECT DISTINCT oid, object, relkind, reloptions FROM granted) g
  WHERE g.relkind = 'v'
    AND NOT EXISTS (
      SELECT FROM pg_options_to_table(g.reloptions) o
      WHERE o.option_name = 'security_invoker' AND o.option_value::boolean
    )`,
  ),
  reviewable(
    'MATERIALIZED_VIEW',
    'r.object',
    'pg_get_viewdef(r.oid)',
    "'contains rows that its owner may read, without a policy'",
    `FROM relation r WHERE r.relkind = 'm'`,
  ),
  reviewable(
    'SECURITY_DEFINER',
    'r.object',
    "pg_get_functiondef(r.oid) || ' of ' || pg_get_userbyid(p.proowner)",
    "'runs with the permissions of its owner'",
    `FROM routine r JOIN pg_proc p ON p.oid = r.oid WHERE r.prosecdef`,
  ),
  ...early(setting),
];

// What speaks for a tenant, or looks, before the policy does.
const early = (setting: string): readonly Finding[] => [
  refused(
    'LEAKPROOF',
    'r.object',
    "'is LEAKPROOF and may see rows before the policy filters them'",
    `FROM routine r WHERE r.proleakproof`,
  ),
  refused(
    'SETTING_FIXED',
    'r.object',
    "'sets the tenant of the transaction'",
    `FROM routine r, unnest(r.proconfig) c
  WHERE lower(split_part(c, '=', 1)) = lower(${literal(setting)})`,
  ),
  refused(
    'SETTING_FIXED',
    "coalesce(quote_ident(pg_get_userbyid(nullif(s.setrole, 0))), 'every role')",
    "format('%s is set for whole sessions', split_part(c, '=', 1))",
    `FROM pg_db_role_setting s, unnest(s.setconfig) c
  WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
    AND (s.setrole = 0 OR s.setrole IN (SELECT oid FROM application))
    AND lower(split_part(c, '=', 1)) IN (lower(${literal(setting)}), 'row_security', 'role', 'session_replication_role')`,
  ),
  ...otherWays,
];

// Ways that pass by tables altogether.
const otherWays: readonly Finding[] = [
  refused(
    'LARGE_OBJECT',
    "format('large object %s', l.oid)",
    "'large objects have no row security'",
    'FROM pg_largeobject_metadata l',
  ),
  refused(
    'FOREIGN_SERVER',
    'quote_ident(s.srvname)',
    "'the application may reach other databases, and this one, as another role'",
    `FROM pg_foreign_server s, application a WHERE has_server_privilege(a.oid, s.oid, 'USAGE')`,
  ),
  refused(
    'PARAMETER',
    "'session_replication_role'",
    "'the application may switch off foreign keys and triggers'",
    `FROM application a
  WHERE NOT a.rolsuper AND has_parameter_privilege(a.oid, 'session_replication_role', 'SET')`,
  ),
];
