import { type Problem, unless } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import type { Tenancy, TenantTable } from '../tenancy.ts';
import { show } from './show.ts';
import { tenancyNames } from './tenancy-names.ts';

type Rule = (fleet: Fleet) => readonly Problem[];

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
  ...tenancyNames(fleet.tenancy),
  ...fleet.tenancy.tables.flatMap((table, index) => {
    const at = `tenancy.tables[${index}]`;
    return [...keys(at, table), ...references(at, table, fleet.tenancy)];
  }),
  ...service(fleet),
  ...reviews(fleet),
  ...client(fleet),
];
