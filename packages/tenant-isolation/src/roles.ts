import type { Tenancy } from '@bizflow/config/tenancy';
import { identifier, literal } from './quoting.ts';

/**
 * The application's role: owner of nothing, member of nothing, bound by every policy. It has no
 * password here; who keeps the secret of its URL sets it.
 */
export const roleStatements = ({ schema, role }: Tenancy): string => {
  const who = identifier(role);
  const place = identifier(schema);
  return `IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(role)}) THEN
  CREATE ROLE ${who} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION NOINHERIT;
END IF;
EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
EXECUTE format(${literal(`REVOKE CREATE, TEMPORARY ON DATABASE %I FROM ${who.replaceAll('%', '%%')}`)}, current_database());
REVOKE CREATE ON SCHEMA ${place} FROM PUBLIC, ${who};
GRANT USAGE ON SCHEMA ${place} TO ${who};`;
};
