import { type Problem, unless } from '@bizflow/kernel';
import { loginRole } from './logins.ts';
import type { Tenancy } from './tenancy.ts';

interface Named {
  readonly at: string;
  readonly name: string;
}

const list = (at: string, names: readonly string[]): readonly Named[] =>
  names.map((name, index) => ({ at: `${at}[${index}]`, name }));

const relations = ({ tables, views, shared }: Tenancy): readonly Named[] => [
  ...tables.map(({ name }, index) => ({ at: `tenancy.tables[${index}].name`, name })),
  ...list('tenancy.views', views),
  ...list('tenancy.shared', shared),
];

const columns = ({ tables }: Tenancy): readonly Named[] =>
  tables.flatMap(({ tenantColumn, keys, references }, index) => {
    const at = `tenancy.tables[${index}]`;
    return [
      { at: `${at}.tenantColumn`, name: tenantColumn },
      ...keys.flatMap((key, place) => list(`${at}.keys[${place}]`, key)),
      ...references.flatMap(({ columns: own, table, key }, place) => [
        ...list(`${at}.references[${place}].columns`, own),
        { at: `${at}.references[${place}].table`, name: table },
        ...list(`${at}.references[${place}].key`, key),
      ]),
    ];
  });

// Unquoted, PostgreSQL reads such a name unchanged, and cuts it after 63 bytes (NAMEDATALEN).
const identifier = /^[a-z_][a-z0-9_]{0,62}$/;

/** Every name of the database is a plain identifier, and every relation is listed once. */
export const tenancyNameRules = (tenancy: Tenancy): readonly Problem[] => [
  ...[
    { at: 'tenancy.schema', name: tenancy.schema },
    // The longest of the names that follow from it.
    { at: 'tenancy.role', name: loginRole(tenancy, 'green') },
    ...relations(tenancy),
    ...columns(tenancy),
  ].flatMap(({ at, name }) =>
    unless(identifier.test(name), {
      code: 'TENANCY_NAME',
      at,
      value: name,
      reason:
        'must be an SQL identifier of at most 63 lower-case letters, digits and _, and must not start with a digit',
      remedy: 'write the name in this form, and rename the object in the database if needed',
    }),
  ),
  // A setting of our own has two parts (PostgreSQL, "Customized Options").
  ...unless(/^[a-z_]+\.[a-z_]+$/.test(tenancy.setting), {
    code: 'TENANCY_SETTING',
    at: 'tenancy.setting',
    value: tenancy.setting,
    reason: 'is not the name of a PostgreSQL setting',
    remedy: 'write two words with a dot between them, such as app.current_tenant',
  }),
  ...relations(tenancy).flatMap(({ at, name }, index, all) =>
    unless(all.findIndex((other) => other.name === name) === index, {
      code: 'TENANCY_TWICE',
      at,
      value: name,
      reason: 'is listed twice',
      remedy: 'list it once, as a tenant table, a view or a shared table',
    }),
  ),
];
