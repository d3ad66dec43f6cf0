import { migrationPolicy } from '@bizflow/config/tenancy';

/** The platform's own schema in an application's database; the application has no right in it. */
export const platformSchema = 'bizflow_platform';

/** What was applied, when and by whom: one line each time the isolation was put in place. */
export const ledger = `${platformSchema}.migration_ledger`;

/** The name of this migration in the ledger. */
export const migrationName = 'tenant-isolation';

/** Takes its turn, and makes sure that there is a ledger. Waits for another run as long as one may take. */
export const turn = `BEGIN;
SET LOCAL search_path = pg_catalog, pg_temp;
SET LOCAL statement_timeout = '${migrationPolicy.statementSeconds}s';
SET LOCAL client_min_messages = notice;
SELECT pg_advisory_xact_lock(hashtextextended('bizflow/${migrationName}', 0));
-- A release must not wait for a long query, and the queries of all tenants must not wait for a release.
SET LOCAL lock_timeout = '${migrationPolicy.lockSeconds}s';
SET LOCAL client_min_messages = warning;
CREATE SCHEMA IF NOT EXISTS ${platformSchema};
CREATE TABLE IF NOT EXISTS ${ledger} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  migration text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now(),
  applied_by text NOT NULL DEFAULT session_user
);
SET LOCAL client_min_messages = notice;`;
