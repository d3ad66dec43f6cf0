import type { Tenancy } from '@bizflow/config/tenancy';
import { literal } from '../quoting.ts';

/** Who the application is, what there is, and what each of its rights is. */
export const catalogFacts = ({ schema, role }: Tenancy): string =>
  [application(role), relations, family(schema), granted, permitted(schema), routines].join(
    ',\n  ',
  );

const application = (
  role: string,
): string => `-- The role, and each login that may become it, such as the second of two that take turns. From 16
  -- on who made a role administers it, and may not become it by that (pg_auth_members.set_option).
  application AS (
    SELECT r.*, r.rolname = ${literal(role)} AS is_role FROM pg_roles r
    WHERE r.rolname = ${literal(role)} OR EXISTS (
      SELECT FROM pg_auth_members m JOIN pg_roles a ON a.oid = m.roleid
      WHERE a.rolname = ${literal(role)} AND m.member = r.oid AND coalesce(
        to_jsonb(m) ->> 'set_option' = 'true' OR to_jsonb(m) ->> 'inherit_option' = 'true', true)
    )
  ),
  -- Privileges of these are privileges of the application: itself, its groups, PUBLIC.
  grantee (oid) AS (
    SELECT 0::oid
    UNION ALL
    SELECT r.oid FROM pg_roles r, application a WHERE pg_has_role(a.oid, r.oid, 'MEMBER')
  )`;

const relations = `relation AS (
    SELECT c.oid, c.relkind, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
      n.nspname, c.relname, format('%I.%I', n.nspname, c.relname) AS object
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
      AND n.nspname !~ '^pg_(toast|temp)' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  )`;

const family = (schema: string): string => `-- A tenant table with everything that inherits from it.
  family (oid, root, tenant_column, partitions, is_root) AS (
    SELECT r.oid, r.oid, s.tenant_column, s.partitions, true
    FROM relation r
    JOIN stated s ON s.name = r.relname AND r.nspname = ${literal(schema)}
    UNION ALL
    SELECT i.inhrelid, f.root, f.tenant_column, f.partitions, false
    FROM family f
    JOIN pg_inherits i ON i.inhparent = f.oid
  ),
  member AS (
    SELECT f.*, r.object, r.relrowsecurity, r.relforcerowsecurity, a.attnum, a.atttypid, a.attnotnull
    FROM family f
    JOIN relation r ON r.oid = f.oid
    LEFT JOIN pg_attribute a
      ON a.attrelid = f.oid AND a.attname = f.tenant_column AND NOT a.attisdropped
  )`;

const granted = `-- Reached by the application itself, not only through a parent.
  guarded AS (SELECT * FROM member WHERE is_root OR partitions = 'open'),
  granted AS (
    SELECT r.oid, r.object, r.relkind, r.reloptions, acl.privilege_type::text AS privilege,
      acl.is_grantable
    FROM relation r, aclexplode(r.relacl) acl
    WHERE acl.grantee IN (SELECT oid FROM grantee)
    UNION
    SELECT r.oid, r.object, r.relkind, r.reloptions, acl.privilege_type::text, acl.is_grantable
    FROM relation r
    JOIN pg_attribute a ON a.attrelid = r.oid, aclexplode(a.attacl) acl
    WHERE acl.grantee IN (SELECT oid FROM grantee)
  )`;

const permitted = (schema: string): string => `permitted (oid, privilege) AS (
    SELECT r.oid, a.privilege FROM relation r
    JOIN allowed a ON a.name = r.relname AND r.nspname = ${literal(schema)}
    UNION
    SELECT m.oid, a.privilege FROM member m
    JOIN relation r ON r.oid = m.root
    JOIN allowed a ON a.name = r.relname
    WHERE m.partitions = 'open'
    UNION
    SELECT d.objid, 'USAGE' FROM pg_depend d
    JOIN member m ON m.oid = d.refobjid AND d.classid = 'pg_class'::regclass AND d.deptype = 'a'
    UNION
    SELECT r.oid, 'SELECT' FROM relation r
    JOIN reviewed v ON v.code = 'MATERIALIZED_VIEW' AND v.object = r.object
  )`;

const routines = `routine AS (
    SELECT p.oid, p.prosecdef, p.proleakproof, p.proconfig, p.prokind,
      format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS object
    FROM pg_proc p
    JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp)'
  )`;
