import { checksum } from '@bizflow/config';
import type { Tenancy } from '@bizflow/config/tenancy';
import { auditFunction, auditStatements } from './audit/audit.ts';
import { keyStatements, referenceStatements } from './keys.ts';
import { ledger, migrationName, turn } from './ledger.ts';
import { dollarQuoted, indented, literal } from './quoting.ts';
import { roleStatements } from './roles.ts';
import { sharedStatements, tableStatements, viewStatements } from './tables.ts';

const statements = (tenancy: Tenancy): string => {
  const { tables, views, shared } = tenancy;
  return [
    '-- The application: no right but those below.',
    roleStatements(tenancy),
    '-- Row security, and only then the grants.',
    ...tables.map((table) => tableStatements(tenancy, table)),
    ...tables.flatMap((table) => keyStatements(tenancy, table)),
    ...tables.flatMap((table) => referenceStatements(tenancy, table)),
    ...views.map((name) => viewStatements(tenancy, name)),
    ...shared.map((name) => sharedStatements(tenancy, name)),
    '-- Everything is applied now, or nothing.',
    auditStatements(tenancy),
  ].join('\n');
};

/**
 * The whole isolation in one transaction: it takes its turn, does nothing and locks nothing where
 * the isolation of this checksum is applied, and rolls back everything where the audit still
 * finds something.
 */
export const migration = (tenancy: Tenancy): string => {
  const body = statements(tenancy);
  const sum = literal(checksum({ [migrationName]: body }));
  return `-- Keeps tenants apart by row-level security; safe to run twice and beside itself.
${turn}
DO ${dollarQuoted('isolation', `\n${block(body, sum)}\n`)};
COMMIT;
`;
};

const block = (body: string, sum: string): string => `DECLARE
  part text;
  findings text;
BEGIN
  IF ${sum} = (
    SELECT l.checksum FROM ${ledger} l
    WHERE l.migration = ${literal(migrationName)} ORDER BY l.id DESC LIMIT 1
  ) AND to_regprocedure('${auditFunction}()') IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM ${auditFunction}()) THEN
      RAISE NOTICE 'tenant isolation is already applied: nothing to do';
      RETURN;
    END IF;
  END IF;
${indented(body)}
  SELECT string_agg(format(E'\\n%s %s: %s', f.code, f.object, f.detail), '')
  INTO findings FROM ${auditFunction}() f;
  IF findings IS NOT NULL THEN
    RAISE EXCEPTION 'tenant isolation has findings:%', findings;
  END IF;
  INSERT INTO ${ledger} (migration, checksum) VALUES (${literal(migrationName)}, ${sum});
  RAISE NOTICE 'tenant isolation applied';
END`;
