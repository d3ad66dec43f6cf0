import type { Tenancy } from '@bizflow/config/tenancy';
import { literal } from '../quoting.ts';

/** Rows of text as a relation, also when there are none. */
const rows = (columns: readonly string[], values: readonly (readonly string[])[]): string =>
  values.length > 0
    ? `(VALUES ${values.map((row) => `(${row.map((text) => `${literal(text)}::text`).join(', ')})`).join(',\n    ')})`
    : `(SELECT ${columns.map(() => 'NULL::text').join(', ')} WHERE false)`;

const facts = (name: string, columns: readonly string[], values: readonly (readonly string[])[]) =>
  `${name} (${columns.join(', ')}) AS (SELECT * FROM ${rows(columns, values)} v)`;

/** What tenancy.ts says, as relations that the audit joins the catalog with. */
export const statedFacts = (tenancy: Tenancy): string =>
  [
    facts('stated', ['name', 'tenant_column', 'partitions'], statedTables(tenancy)),
    facts('allowed', ['name', 'privilege'], allowed(tenancy)),
    facts(
      'reviewed',
      ['code', 'object', 'definition'],
      tenancy.reviews.map(({ finding, object, definition }) => [finding, object, definition]),
    ),
  ].join(',\n  ');

const statedTables = ({ tables }: Tenancy) =>
  tables.map(({ name, tenantColumn, partitions }) => [name, tenantColumn, partitions]);

const allowed = ({ tables, views, shared }: Tenancy) => [
  ...tables.flatMap(({ name, privileges }) => privileges.map((privilege) => [name, privilege])),
  ...[...views, ...shared].map((name) => [name, 'SELECT']),
];
