import type { Tenancy } from '@bizflow/config/tenancy';
import { platformSchema } from '../ledger.ts';
import { dollarQuoted, indented } from '../quoting.ts';
import { catalogFacts } from './catalog-facts.ts';
import { detours } from './detours.ts';
import type { Finding } from './finding.ts';
import { keyLeaks, sharedLeaks, statedKeys } from './leaks.ts';
import { rights } from './rights.ts';
import { rowSecurity } from './row-security.ts';
import { statedFacts } from './stated-facts.ts';

const findings = (tenancy: Tenancy): readonly Finding[] => [
  ...rowSecurity(tenancy),
  ...rights(tenancy),
  ...keyLeaks,
  ...sharedLeaks(tenancy),
  ...statedKeys(tenancy),
  ...detours(tenancy),
];

/** The codes the audit can answer with. */
export const findingCodes = (tenancy: Tenancy): readonly string[] => [
  ...new Set(findings(tenancy).map(({ code }) => code)),
];

/** Everything in the catalog that could show one tenant's rows to another; no row when nothing does. */
export const auditQuery = (tenancy: Tenancy): string =>
  `WITH RECURSIVE
  ${statedFacts(tenancy)},
  ${catalogFacts(tenancy)},
  finding (code, object, definition, detail) AS (
${indented(
  indented(
    findings(tenancy)
      .map(({ query }) => query)
      .join('\nUNION ALL\n'),
  ),
)}
  )
SELECT f.code::text, f.object::text,
  f.detail || coalesce(' (review of definition ' || f.definition || ')', '')
FROM finding f
WHERE NOT EXISTS (
  SELECT FROM reviewed r
  WHERE r.code = f.code AND r.object = f.object AND r.definition = f.definition
)
ORDER BY 1, 2, 3`;

/** The function that keeps the audit in the database, where an operator may ask it at any time. */
export const auditFunction = `${platformSchema}.tenant_isolation_findings`;

/** Its definition: with the permissions of its caller, and with a fixed search path. */
export const auditStatements = (tenancy: Tenancy): string =>
  `CREATE OR REPLACE FUNCTION ${auditFunction}()
  RETURNS TABLE (code text, object text, detail text)
  LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp SET jit = off
  AS ${dollarQuoted('audit', `\n${auditQuery(tenancy)}\n`)};
REVOKE ALL ON FUNCTION ${auditFunction}() FROM PUBLIC;`;
