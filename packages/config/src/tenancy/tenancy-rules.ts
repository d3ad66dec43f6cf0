import { type Problem, shorten, unless, warning } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { Tenancy, TenantTable } from './tenancy.ts';
import { tenancyNameRules } from './tenancy-name-rules.ts';

type Rule = (fleet: Fleet) => readonly Problem[];

const keys = (at: string, table: TenantTable): readonly Problem[] =>
  table.keys.flatMap((key, index) =>
    unless(key.includes(table.tenantColumn), {
      code: 'TENANCY_KEY',
      at: `${at}.keys[${index}]`,
      value: key.join(', '),
      reason: `does not contain ${table.tenantColumn}: one tenant could find out which values others have`,
      remedy: 'add the tenant column',
    }),
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
      {
        code: 'TENANCY_REFERENCE',
        at: `${at}.references[${index}]`,
        value: `${columns.join(', ')} -> ${name} (${key.join(', ')})`,
        reason:
          'must pair the tenant columns of two listed tables: otherwise it bypasses row-level security',
        remedy: 'name a listed table, and both tenant columns in the same place',
      },
    );
  });

/** The services on nodes that reach the database. */
const migrating = (services: Fleet['services']): readonly string[] =>
  services
    .filter(({ reaches, compute }) => reaches.includes('database') && compute.kind === 'karpenter')
    .map(({ name }) => name);

const service: Rule = ({ tenancy, services }) =>
  unless(services.length === 0 || migrating(services).includes(tenancy.service), {
    code: 'TENANCY_SERVICE',
    at: 'tenancy.service',
    value: tenancy.service,
    reason: 'must be a service on nodes that reaches the database: the migration runs with it',
    remedy: `name one of ${named(migrating(services))}`,
  });

const named = (services: readonly string[]): string =>
  services.map((name) => shorten(name)).join(', ') || 'them; there is none yet';

const reviews: Rule = ({ tenancy }) =>
  tenancy.reviews.flatMap(({ object, definition, reason }, index) =>
    unless(/^[0-9a-f]{32}$/.test(definition) && reason.trim().length >= 20, {
      code: 'TENANCY_REVIEW',
      at: `tenancy.reviews[${index}]`,
      value: object,
      reason: 'has no definition, or no reason',
      remedy: 'write the MD5 that the audit printed, and why it is accepted',
    }),
  );

const client: Rule = ({ tenancy }) =>
  tenancy.client.placeholder
    ? [
        warning({
          code: 'PLACEHOLDER_VALUE',
          at: 'tenancy.client.digest',
          value: tenancy.client.digest,
          reason: 'is a placeholder digest; no registry has it',
          remedy: 'mirror the image and write its digest in packages/config/src/tenancy/tenancy.ts',
        }),
      ]
    : unless(/^sha256:[0-9a-f]{64}$/.test(tenancy.client.digest), {
        code: 'TENANCY_CLIENT',
        at: 'tenancy.client.digest',
        value: tenancy.client.digest,
        reason: 'is not a digest',
        remedy: 'write sha256: and 64 hexadecimal digits, as ECR prints it',
      });

/** What keeps tenants apart in a shared database is stated so that SQL can be made of it. */
export const tenancyRules: Rule = (fleet) => [
  ...tenancyNameRules(fleet.tenancy),
  ...fleet.tenancy.tables.flatMap((table, index) => {
    const at = `tenancy.tables[${index}]`;
    return [...keys(at, table), ...references(at, table, fleet.tenancy)];
  }),
  ...service(fleet),
  ...reviews(fleet),
  ...client(fleet),
];
