import { loginsOf, type Tenancy } from '@bizflow/config/tenancy';
import { identifier, literal } from './quoting.ts';

const mayNothing = 'NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION';

/**
 * The application's role, which has its rights and no login: owner of nothing, member of nothing, bound by
 * every policy. Its logins have these rights and no others; their passwords are not set here, because
 * a statement may be logged.
 */
export const roleStatements = (tenancy: Tenancy): string => {
  const who = identifier(tenancy.role);
  const place = identifier(tenancy.schema);
  return `IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(tenancy.role)}) THEN
  CREATE ROLE ${who} NOLOGIN ${mayNothing} NOINHERIT;
ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(tenancy.role)} AND rolcanlogin) THEN
  ALTER ROLE ${who} NOLOGIN;
END IF;
${loginsOf(tenancy)
  .map(({ role }) => loginStatements(role, who))
  .join('\n')}
EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
EXECUTE format(${literal(`REVOKE CREATE, TEMPORARY ON DATABASE %I FROM ${who.replaceAll('%', '%%')}`)}, current_database());
REVOKE CREATE ON SCHEMA ${place} FROM PUBLIC, ${who};
GRANT USAGE ON SCHEMA ${place} TO ${who};`;
};

const loginStatements = (login: string, who: string): string =>
  `IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${literal(login)}) THEN
  CREATE ROLE ${identifier(login)} LOGIN ${mayNothing} INHERIT IN ROLE ${who};
END IF;`;
