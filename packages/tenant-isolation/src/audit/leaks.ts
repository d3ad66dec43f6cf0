import type { Tenancy } from '@bizflow/config/tenancy';
import { hasKey, hasReference } from '../keys.ts';
import { literal, qualified } from '../quoting.ts';
import { type Finding, refused, reviewable } from './finding.ts';

/** Whether a key or a reference discloses to one tenant what another has. */
export const keyLeaks: readonly Finding[] = [
  reviewable(
    'PLAIN_KEY',
    "format('%s %I', m.object, c.relname)",
    'pg_get_indexdef(i.indexrelid)',
    "'is unique over all tenants, so a rejected insert discloses values of another tenant'",
    `FROM member m
  JOIN pg_index i ON i.indrelid = m.oid AND (i.indisunique OR i.indisexclusion)
  JOIN pg_class c ON c.oid = i.indexrelid
  WHERE NOT coalesce(m.attnum = ANY (i.indkey[0:i.indnkeyatts - 1]), false)
    OR (i.indisexclusion AND NOT coalesce((
      SELECT x.oprname = '=' FROM pg_constraint k
      JOIN pg_operator x ON x.oid = k.conexclop[array_position(k.conkey, m.attnum)]
      WHERE k.conindid = i.indexrelid AND k.contype = 'x'
    ), false))`,
  ),
  refused(
    'PLAIN_REFERENCE',
    "format('%s %I', k.conrelid::regclass, k.conname)",
    "format('references %s without the tenant column, which bypasses row security', target.object)",
    `FROM member target
  JOIN pg_constraint k ON k.contype = 'f' AND k.confrelid = target.oid AND k.conparentid = 0
  LEFT JOIN member source ON source.oid = k.conrelid
  WHERE NOT EXISTS (
    SELECT FROM unnest(k.conkey, k.confkey) pair (own, theirs)
    WHERE pair.own = source.attnum AND pair.theirs = target.attnum
  )`,
  ),
  refused(
    'REFERENCE_UNSTATED',
    "format('%s %I', source.object, k.conname)",
    "format('discloses values of %s, which is neither a tenant table nor shared', target.object)",
    `FROM member source
  JOIN pg_constraint k ON k.contype = 'f' AND k.conrelid = source.oid AND k.conparentid = 0
  JOIN relation target ON target.oid = k.confrelid
  WHERE target.oid NOT IN (SELECT oid FROM member)
    AND target.oid NOT IN (SELECT oid FROM permitted)`,
  ),
];

/** Whether a table that is listed as shared has a tenant column. */
export const sharedLeaks = ({ schema, shared, tables }: Tenancy): readonly Finding[] =>
  shared.map((name) =>
    refused(
      'SHARED_TENANT',
      'r.object',
      "format('is listed as shared, but has a column %I', a.attname)",
      `FROM relation r
  JOIN pg_attribute a ON a.attrelid = r.oid AND NOT a.attisdropped
  WHERE r.nspname = ${literal(schema)} AND r.relname = ${literal(name)}
    AND a.attname = ANY (ARRAY[${tables.map(({ tenantColumn }) => literal(tenantColumn)).join(', ')}]::name[])`,
    ),
  );

/** Whether every stated key and reference is there. */
export const statedKeys = ({ schema, tables }: Tenancy): readonly Finding[] =>
  tables.flatMap(({ name, keys, references }) => {
    const relation = qualified(schema, name);
    const absent = (code: string, detail: string, exists: string) =>
      refused(
        code,
        `format('%I.%I', ${literal(schema)}, ${literal(name)})`,
        literal(detail),
        `WHERE to_regclass(${literal(relation)}) IS NOT NULL AND NOT ${exists}`,
      );
    return [
      ...keys.map((key) =>
        absent('KEY_MISSING', `has no unique key (${key.join(', ')})`, hasKey(relation, key)),
      ),
      ...references.map((reference) => {
        const target = qualified(schema, reference.table);
        return absent(
          'REFERENCE_MISSING',
          `has no foreign key (${reference.columns.join(', ')}) to ${reference.table}`,
          `(to_regclass(${literal(target)}) IS NULL OR ${hasReference(relation, target, reference)})`,
        );
      }),
    ];
  });
