import type { TenantTable } from '@bizflow/config/tenancy';
import { identifier, literal } from './quoting.ts';

/** The document's name for the policy. */
export const policyName = 'tenant_isolation';

/**
 * A row belongs to the tenant of the transaction. Without the setting `current_setting` answers
 * null, after a RESET on a pooled connection '': both become null, which matches no tenant.
 */
const predicate = (setting: string, { tenantColumn }: Pick<TenantTable, 'tenantColumn'>) =>
  `(${identifier(tenantColumn)} = nullif(current_setting(${literal(setting)}, true), '')::uuid)`;

/** The one policy of a table, for all readers and writers. */
export const policy = (
  relation: string,
  setting: string,
  table: Pick<TenantTable, 'tenantColumn'>,
) =>
  `ALTER TABLE ${relation} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS ${policyName} ON ${relation};
CREATE POLICY ${policyName} ON ${relation} AS PERMISSIVE FOR ALL TO PUBLIC
  USING ${predicate(setting, table)}
  WITH CHECK ${predicate(setting, table)};`;
