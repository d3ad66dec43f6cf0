import { loginsOf, type Tenancy } from '@bizflow/config/tenancy';
import { literal } from '../quoting.ts';
import { type Finding, refused } from './finding.ts';

/** Whether the application has exactly the rights it was given, directly or by any detour. */
export const rights = (tenancy: Tenancy): readonly Finding[] => [
  ...roles(tenancy),
  refused(
    'PRIVILEGE',
    'g.object',
    "g.privilege || CASE WHEN g.is_grantable THEN ' with grant option' ELSE '' END || ' is granted, and not stated'",
    `FROM granted g
  WHERE g.is_grantable
    OR NOT EXISTS (
      SELECT FROM permitted p WHERE p.oid = g.oid AND p.privilege = g.privilege
    )`,
  ),
  ...futureRights,
];

// Who the application is: a role without a login, and logins that have its rights.
const roles = (tenancy: Tenancy): readonly Finding[] => [
  refused(
    'ROLE_MISSING',
    literal(tenancy.role),
    "'the application role does not exist'",
    'WHERE NOT EXISTS (SELECT FROM application WHERE is_role)',
  ),
  ...loginsOf(tenancy).map(({ role }) =>
    refused(
      'LOGIN_MISSING',
      literal(role),
      "'does not exist, or has not the rights of the application'",
      `WHERE NOT EXISTS (SELECT FROM application WHERE rolname = ${literal(role)})`,
    ),
  ),
  refused(
    'ROLE_LOGIN',
    'quote_ident(a.rolname)',
    "'may log in itself, with a password that nothing rotates'",
    'FROM application a WHERE a.is_role AND a.rolcanlogin',
  ),
  refused(
    'ROLE_ATTRIBUTE',
    'quote_ident(a.rolname)',
    "'is superuser, bypasses row security, replicates, or may create roles or databases'",
    `FROM application a
  WHERE a.rolsuper OR a.rolbypassrls OR a.rolreplication OR a.rolcreaterole OR a.rolcreatedb`,
  ),
  refused(
    'ROLE_MEMBER',
    'quote_ident(a.rolname)',
    "format('is a member of %I and may use its permissions', pg_get_userbyid(m.roleid))",
    `FROM application a
  JOIN pg_auth_members m ON m.member = a.oid
  WHERE m.roleid NOT IN (SELECT oid FROM application WHERE is_role)`,
  ),
];

// What the application owns, and what it could make or be granted later.
const futureRights: readonly Finding[] = [
  refused(
    'ROLE_OWNS',
    'pg_describe_object(d.classid, d.objid, d.objsubid)',
    "'is owned by the application, which may therefore change its policies'",
    `FROM application a
  JOIN pg_shdepend d ON d.refclassid = 'pg_authid'::regclass AND d.refobjid = a.oid
    AND d.deptype = 'o'
    AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))`,
  ),
  refused(
    'CREATE_RIGHT',
    'quote_ident(n.nspname)',
    "'the application may create tables there, which have no policy'",
    `FROM application a, pg_namespace n
  WHERE n.nspname !~ '^pg_(toast|temp)' AND has_schema_privilege(a.oid, n.oid, 'CREATE')`,
  ),
  refused(
    'CREATE_RIGHT',
    'quote_ident(current_database())',
    "'the application may create schemas or temporary tables, which outlive a tenant''s transaction'",
    `FROM application a
  WHERE has_database_privilege(a.oid, current_database(), 'CREATE')
    OR has_database_privilege(a.oid, current_database(), 'TEMPORARY')`,
  ),
  refused(
    'DEFAULT_GRANT',
    "coalesce(quote_ident(n.nspname), 'every schema')",
    "acl.privilege_type || ' on what ' || quote_ident(pg_get_userbyid(d.defaclrole)) || ' will create'",
    `FROM pg_default_acl d
  CROSS JOIN aclexplode(d.defaclacl) acl
  LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
  WHERE d.defaclobjtype IN ('r', 'S', 'n') AND acl.grantee IN (SELECT oid FROM grantee)`,
  ),
];
