import type { Tenancy, TenantTable } from '@bizflow/config/tenancy';
import { policy } from './policy.ts';
import { dollarQuoted, identifier, indented, literal, qualified } from './quoting.ts';

/** Statements for a relation that an application may not have created yet. */
export const whereThere = (relations: readonly string[], statements: string): string => {
  const there = relations.map((relation) => `to_regclass(${literal(relation)}) IS NOT NULL`);
  return `IF ${there.join(' AND ')} THEN\n${indented(statements)}\nEND IF;`;
};

/** Row security before any grant: a table that is not listed stays out of the application's reach. */
export const tableStatements = (tenancy: Tenancy, table: TenantTable): string => {
  const relation = qualified(tenancy.schema, table.name);
  const role = identifier(tenancy.role);
  const parts = [
    policy(relation, tenancy.setting, table),
    onlyGrant(relation, role, table.privileges),
    sequences(relation, role),
    ...(table.partitions === 'none' ? [] : [partitions(tenancy, table)]),
  ];
  return whereThere([relation], parts.join('\n'));
};

/** A view with the permissions of its reader; a shared table, which is read-only. */
export const viewStatements = ({ schema, role }: Tenancy, name: string): string => {
  const view = qualified(schema, name);
  return whereThere(
    [view],
    `ALTER VIEW ${view} SET (security_invoker = true);\n${onlyGrant(view, identifier(role), ['SELECT'])}`,
  );
};

export const sharedStatements = ({ schema, role }: Tenancy, name: string): string => {
  const relation = qualified(schema, name);
  return whereThere([relation], onlyGrant(relation, identifier(role), ['SELECT']));
};

const onlyGrant = (relation: string, role: string, privileges: readonly string[]): string =>
  [
    `REVOKE ALL ON TABLE ${relation} FROM PUBLIC, ${role};`,
    ...(privileges.length > 0
      ? [`GRANT ${privileges.join(', ')} ON TABLE ${relation} TO ${role};`]
      : []),
  ].join('\n');

// A serial column uses its own sequence: USAGE is enough; SELECT would show how many rows others add.
const sequences = (relation: string, role: string): string =>
  `FOR part IN
  SELECT format('%I.%I', n.nspname, s.relname)
  FROM pg_depend d
  JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
  JOIN pg_namespace n ON n.oid = s.relnamespace
  WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'a'
    AND d.refobjid = to_regclass(${literal(relation)})
LOOP
  EXECUTE format(${literal(`REVOKE ALL ON SEQUENCE %1$s FROM PUBLIC, ${percent(role)}`)}, part);
  EXECUTE format(${literal(`GRANT USAGE ON SEQUENCE %1$s TO ${percent(role)}`)}, part);
END LOOP;`;

// Row security on each partition as well: a grant by mistake then opens nothing.
const partitions = ({ schema, setting, role }: Tenancy, table: TenantTable): string => {
  const who = percent(identifier(role));
  const template = [
    percent(policy('\u0000', setting, table)).replaceAll('\u0000', '%1$s'),
    onlyGrant('%1$s', who, table.partitions === 'open' ? table.privileges : []),
  ].join('\n');
  return `FOR part IN
  SELECT format('%I.%I', n.nspname, c.relname)
  FROM pg_partition_tree(to_regclass(${literal(qualified(schema, table.name))})) t
  JOIN pg_class c ON c.oid = t.relid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE t.level > 0
LOOP
  EXECUTE format(${dollarQuoted('partition', `\n${indented(template)}\n`)}, part);
END LOOP;`;
};

/** `format` takes a percent sign for the start of a place. */
const percent = (text: string): string => text.replaceAll('%', '%%');
