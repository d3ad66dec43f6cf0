import type { Tenancy } from '@bizflow/config/tenancy';
import { migrationName } from './ledger.ts';
import { migration } from './migration.ts';
import { migrationScript } from './script.ts';

/** What the Job runs, by the names of files: the script, and the SQL that it expects beside itself. */
export const migrationFiles = (tenancy: Tenancy): Readonly<Record<string, string>> => ({
  [`${migrationName}.sh`]: migrationScript(tenancy),
  [`${migrationName}.sql`]: migration(tenancy),
});
