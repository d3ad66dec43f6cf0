import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';
import { called, nth } from './fleets.ts';

const customers = (draft: Draft) => nth(draft.tenancy.tables, 0);

const withReference = (columns: string[], table: string, key: string[]) => (draft: Draft) =>
  customers(draft).references.push({ columns, table, key });

const withReview = (definition: string, reason: string) => (draft: Draft) =>
  draft.tenancy.reviews.push({
    ...{ finding: 'PLAIN_KEY', object: 'public.customers plain', definition, reason },
    decision: 'docs/decisions/0001-a.md',
  });

/** Breaks what keeps tenants apart in their database. */
export const tenancy: readonly Breakage[] = [
  ['a table without a name', (d) => (customers(d).name = ''), 'TENANCY_NAME'],
  ['a name that PostgreSQL cuts', (d) => (customers(d).name = 'é'.repeat(32)), 'TENANCY_NAME'],
  [
    'a table whose name is a statement',
    (d) => (customers(d).name = 'cust; DROP TABLE x'),
    'TENANCY_NAME',
  ],
  ['a tenant column in capitals', (d) => (customers(d).tenantColumn = 'Tenant'), 'TENANCY_NAME'],
  ['a name of two lines', (d) => (d.tenancy.role = 'a\nb'), 'TENANCY_NAME'],
  ['a setting of one word', (d) => (d.tenancy.setting = 'tenant'), 'TENANCY_SETTING'],
  ['a table that is shared too', (d) => d.tenancy.shared.push('customers'), 'TENANCY_TWICE'],
  ['a key over all tenants', (d) => customers(d).keys.push(['email']), 'TENANCY_KEY'],
  [
    'a reference to no tenant table',
    withReference(['tenant_id', 'id'], 'plans', ['tenant_id', 'id']),
    'TENANCY_REFERENCE',
  ],
  [
    'a reference that crosses the columns',
    withReference(['tenant_id', 'id'], 'customers', ['id', 'tenant_id']),
    'TENANCY_REFERENCE',
  ],
  ['a migration that no service carries', (d) => (d.tenancy.service = 'web'), 'TENANCY_SERVICE'],
  [
    'a migration carried on Fargate',
    (d) => (called(d, 'api').compute.kind = 'fargate'),
    'TENANCY_SERVICE',
  ],
  [
    'a review of nothing',
    withReview('', 'looked at by us, and found to be safe'),
    'TENANCY_REVIEW',
  ],
  ['a review without a reason', withReview('0'.repeat(32), 'ok'), 'TENANCY_REVIEW'],
  [
    'a password drawn again while pods use it',
    (d) => (d.foundations.production.loginPasswords.drawn += 1),
    'LOGIN_PASSWORD_USED',
  ],
  [
    'a password used before it is drawn',
    (d) => (d.foundations.staging.loginPasswords.used += 2),
    'LOGIN_PASSWORD_USED',
  ],
  ['a client that is not a digest', (d) => (d.tenancy.client.digest = 'latest'), 'TENANCY_CLIENT'],
];
