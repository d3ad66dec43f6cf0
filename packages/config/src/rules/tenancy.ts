import { type Problem, unless } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import type { Tenancy, TenantTable } from '../tenancy.ts';
import { show } from './show.ts';

type Rule = (fleet: Fleet) => readonly Problem[];

/** Its length in UTF-8; half of a surrogate pair has half of the pair's four bytes. */
const bytes = (text: string): number =>
  text.replace(/[\ud800-\udfff\u0080-\u07ff]/g, 'xx').replace(/[\u0800-\uffff]/g, 'xxx').length;

// PostgreSQL cuts a name after 63 bytes (NAMEDATALEN), and a control character is no name's.
const isName = (name: string): boolean =>
  bytes(name) <= 63 && name !== '' && !/\p{Cc}|\p{Cs}/u.test(name);

const namesOf = ({ schema, role, tables, views, shared }: Tenancy): readonly string[] => [
  ...[schema, role, ...views, ...shared],
  ...tables.flatMap(({ name, tenantColumn, keys, references }) => [
    ...[name, tenantColumn, ...keys.flat()],
    ...references.flatMap(({ columns, key, table }) => [...columns, ...key, table]),
  ]),
];

const names: Rule = ({ tenancy }) => [
  ...namesOf(tenancy)
    .filter((name) => !isName(name))
    .flatMap((name) =>
      unless(
        false,
        'TENANCY_NAME',
        'tenancy',
        show(name),
        'is no name in PostgreSQL, which holds 1 to 63 bytes',
        'write it as the database has it',
      ),
    ),
  // A setting of our own has two parts (PostgreSQL, "Customized Options").
  ...unless(
    /^[a-z_]+\.[a-z_]+$/.test(tenancy.setting),
    'TENANCY_SETTING',
    'tenancy.setting',
    show(tenancy.setting),
    'is no setting of an application',
    'write two words with a dot between them, such as app.current_tenant',
  ),
];

const relations = ({ tables, views, shared }: Tenancy): readonly string[] => [
  ...tables.map(({ name }) => name),
  ...views,
  ...shared,
];

const once: Rule = ({ tenancy }) =>
  relations(tenancy).flatMap((name, index, all) =>
    unless(
      all.indexOf(name) === index,
      'TENANCY_TWICE',
      'tenancy',
      show(name),
      'is listed already',
      'let it be a tenant table, a view or shared, and once',
    ),
  );

const keys = (at: string, table: TenantTable): readonly Problem[] =>
  table.keys.flatMap((key, index) =>
    unless(
      key.includes(table.tenantColumn),
      'TENANCY_KEY',
      `${at}.keys[${index}]`,
      show(key.join(', ')),
      `lacks ${show(table.tenantColumn)}: it would tell a tenant what the others hold`,
      'add the tenant column',
    ),
  );

const references = (at: string, table: TenantTable, { tables }: Tenancy): readonly Problem[] =>
  table.references.flatMap(({ columns, key, table: name }, index) => {
    const target = tables.find((other) => other.name === name);
    const place = columns.indexOf(table.tenantColumn);
    return unless(
      target !== undefined &&
        columns.length === key.length &&
        place >= 0 &&
        key[place] === target.tenantColumn,
      'TENANCY_REFERENCE',
      `${at}.references[${index}]`,
      show(`${columns.join(', ')} -> ${name} (${key.join(', ')})`),
      'does not pair the tenant columns of two listed tables: it would reach past every policy',
      'name a listed table, and both tenant columns in the same place',
    );
  });

const service: Rule = ({ tenancy, services }) =>
  unless(
    // Without any service there is nothing to carry it, and nothing to release: SERVICES_EMPTY.
    services.length === 0 ||
      services.some(
        ({ name, reaches, compute }) =>
          name === tenancy.service && reaches.includes('database') && compute.kind === 'karpenter',
      ),
    'TENANCY_SERVICE',
    'tenancy.service',
    show(tenancy.service),
    'is no service on nodes that reaches the database, so that nothing could carry the migration',
    'name such a service',
  );

const reviews: Rule = ({ tenancy }) =>
  tenancy.reviews.flatMap(({ object, definition, reason }, index) =>
    unless(
      /^[0-9a-f]{32}$/.test(definition) && reason.trim().length >= 20,
      'TENANCY_REVIEW',
      `tenancy.reviews[${index}]`,
      show(object),
      'names no definition, or gives no reason in words',
      'write the MD5 that the audit printed, and why it may stand',
    ),
  );

const client: Rule = ({ tenancy }) =>
  tenancy.client.example
    ? [
        {
          code: 'EXAMPLE_VALUE',
          severity: 'warning',
          at: 'tenancy.client.digest',
          value: tenancy.client.digest,
          reason: 'is an example digest; no registry holds it',
          remedy: 'mirror the image and write its digest in packages/config/src/tenancy.ts',
        },
      ]
    : unless(
        /^sha256:[0-9a-f]{64}$/.test(tenancy.client.digest),
        'TENANCY_CLIENT',
        'tenancy.client.digest',
        show(tenancy.client.digest),
        'is no digest',
        'write sha256: and 64 hexadecimal digits, as ECR tells it',
      );

/** What keeps tenants apart in a shared database is stated so that SQL can be made of it. */
export const tenancy: Rule = (fleet) => [
  ...names(fleet),
  ...once(fleet),
  ...fleet.tenancy.tables.flatMap((table, index) => {
    const at = `tenancy.tables[${index}]`;
    return [...keys(at, table), ...references(at, table, fleet.tenancy)];
  }),
  ...service(fleet),
  ...reviews(fleet),
  ...client(fleet),
];
