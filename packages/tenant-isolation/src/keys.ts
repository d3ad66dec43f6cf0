import type { Tenancy, TenantReference, TenantTable } from '@bizflow/config/tenancy';
import { identifiers, literal, qualified } from './quoting.ts';
import { whereThere } from './tables.ts';

const names = (columns: readonly string[]): string =>
  `ARRAY[${columns.map(literal).join(', ')}]::name[]`;

/** Whether a unique index covers exactly these columns, in any order. */
export const hasKey = (relation: string, key: readonly string[]): string =>
  `EXISTS (
  SELECT FROM pg_index i
  WHERE i.indrelid = to_regclass(${literal(relation)}) AND i.indisunique AND i.indpred IS NULL
    AND ARRAY(
      SELECT a.attname FROM pg_attribute a
      WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1])
      ORDER BY a.attname
    ) = ARRAY(SELECT unnest(${names(key)}) ORDER BY 1)
    AND NOT 0 = ANY (i.indkey)
)`;

/** Whether a foreign key pairs exactly these columns. */
export const hasReference = (
  relation: string,
  target: string,
  { columns, key }: TenantReference,
): string =>
  `EXISTS (
  SELECT FROM pg_constraint k
  WHERE k.contype = 'f'
    AND k.conrelid = to_regclass(${literal(relation)})
    AND k.confrelid = to_regclass(${literal(target)})
    AND ARRAY(
      SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY u (attnum, place)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY u.place
    ) = ${names(columns)}
    AND ARRAY(
      SELECT a.attname FROM unnest(k.confkey) WITH ORDINALITY u (attnum, place)
      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum ORDER BY u.place
    ) = ${names(key)}
)`;

/** Unique keys within a tenant: one over all tenants would disclose which values others have. */
export const keyStatements = ({ schema }: Tenancy, table: TenantTable): readonly string[] => {
  const relation = qualified(schema, table.name);
  return table.keys.map((key) =>
    whereThere(
      [relation],
      `IF NOT ${hasKey(relation, key)} THEN
  ALTER TABLE ${relation} ADD UNIQUE (${identifiers(key)});
END IF;`,
    ),
  );
};

/**
 * Foreign keys of both columns: PostgreSQL checks them past every policy. Not so the rows that are
 * there already: it looks for them as the owner, who sees none under FORCE, and so would find none
 * that cross. The owner sees them while the key is added; no other session can read them at that time.
 */
export const referenceStatements = ({ schema }: Tenancy, table: TenantTable): readonly string[] => {
  const relation = qualified(schema, table.name);
  return table.references.map((reference) => {
    const target = qualified(schema, reference.table);
    const seen = (force: string) =>
      [...new Set([relation, target])]
        .map((each) => `  ALTER TABLE ${each} ${force} ROW LEVEL SECURITY;`)
        .join('\n');
    return whereThere(
      [relation, target],
      `IF NOT ${hasReference(relation, target, reference)} THEN
${seen('NO FORCE')}
  ALTER TABLE ${relation} ADD FOREIGN KEY (${identifiers(reference.columns)})
    REFERENCES ${target} (${identifiers(reference.key)});
${seen('FORCE')}
END IF;`,
    );
  });
};
