import type { Tenancy, TenantTable } from '@bizflow/config/tenancy';
import { loginRole, loginsOf, tenancy } from '@bizflow/config/tenancy';
import { migrationFiles } from '../src/index.ts';
import { type Database, type Engine, passwordOf, type Session, superuser } from './engine.ts';

const everything = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;

const table = (name: string, more: Partial<TenantTable> = {}): TenantTable => ({
  name,
  tenantColumn: 'tenant_id',
  privileges: everything,
  partitions: 'none',
  keys: [],
  references: [],
  ...more,
});

/** A table and a column whose names try to leave their quotes. */
const hostile = {
  table: `x"; DROP TABLE a; --$isolation$ %s 'é\\`,
  column: `of "tenant" %I`,
};

/** The document's table among others, so that each field of a tenant table is used. */
export const world: Tenancy = {
  ...tenancy,
  tables: [
    table('customers', {
      keys: [
        ['tenant_id', 'id'],
        ['email', 'tenant_id'],
      ],
    }),
    table('orders', {
      references: [
        { columns: ['tenant_id', 'customer_id'], table: 'customers', key: ['tenant_id', 'id'] },
      ],
    }),
    table('events', { partitions: 'closed', privileges: ['SELECT', 'INSERT'] }),
    table('messages', { partitions: 'open' }),
    table(hostile.table, { tenantColumn: hostile.column }),
    table('not_there_yet'),
  ],
  views: ['customer_emails'],
  shared: ['countries'],
};

/** The role that owns the tables and runs the migration: no superuser. */
export const owner = 'bizflow_owner';

/** The role of the application, and the login with which its pods come. */
export const app = tenancy.role;
export const login = loginRole(tenancy, 'blue');

const ident = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** What an application's own migrations would have created before. */
const schema = `
CREATE TABLE customers (tenant_id uuid NOT NULL, id uuid NOT NULL, email text);
CREATE TABLE orders (tenant_id uuid NOT NULL, number bigserial, customer_id uuid, PRIMARY KEY (tenant_id, number));
CREATE TABLE events (tenant_id uuid NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE messages (tenant_id uuid NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE messages_2026 PARTITION OF messages FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE ${ident(hostile.table)} (${ident(hostile.column)} uuid NOT NULL);
CREATE TABLE countries (code text PRIMARY KEY);
CREATE VIEW customer_emails AS SELECT email FROM customers;
GRANT ALL ON customers TO PUBLIC;
`;

export const tenants = {
  acme: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  globex: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
} as const;

/** A customer that each of the two tenants has. */
const rowsOf = (tenant: string) => `
INSERT INTO customers VALUES ('${tenant}', '${tenant}', '${tenant}@example.org');
INSERT INTO orders (tenant_id, customer_id) VALUES ('${tenant}', '${tenant}');
INSERT INTO events VALUES ('${tenant}', '2026-05-01');
INSERT INTO messages VALUES ('${tenant}', '2026-05-01');
`;

/** A database as an application's own migrations leave it. */
export async function freshDatabase(engine: Engine, tables = schema): Promise<Database> {
  const database = await engine.database();
  const admin = database.as(superuser);
  await admin.run(
    `DO $$ BEGIN
       IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${owner}') THEN
         CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${passwordOf(owner)}';
       END IF;
       EXECUTE format('ALTER DATABASE %I OWNER TO ${owner}', current_database());
     END $$;
     ALTER SCHEMA public OWNER TO ${owner}`,
  );
  await database.as(owner).run(tables);
  return database;
}

/** The same with its tenants kept apart, and with a row of each of them in every table. */
export async function isolatedDatabase(engine: Engine): Promise<Database> {
  const database = await freshDatabase(engine);
  await migrated(database);
  await seeded(database);
  return database;
}

/** Runs the migration as the Job does, which also gives the logins their passwords. */
async function migrated(database: Database): Promise<void> {
  const variables = Object.fromEntries(
    loginsOf(world).flatMap(({ role, numberVariable, passwordVariable }, index) => [
      [numberVariable, `${index + 1}`],
      [passwordVariable, passwordOf(role)],
    ]),
  );
  const { status, text } = await database.job(migrationFiles(world), owner, variables);
  if (status !== 0) throw new Error(text);
}

/** A row of each tenant in every table, written as its application would. */
export async function seeded(database: Database): Promise<void> {
  const session = database.as(login);
  for (const tenant of Object.values(tenants)) {
    await inTenant(session, tenant, () => session.run(rowsOf(tenant)));
  }
}

/** A transaction for a tenant, as an application behind a pool must make it. */
export async function inTenant<T>(
  session: Session,
  tenant: string,
  work: () => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
): Promise<T> {
  await session.run('BEGIN');
  try {
    await session.rows("SELECT set_config('app.current_tenant', $1, true)", [tenant]);
    const result = await work();
    await session.run(end);
    return result;
  } catch (error) {
    await session.run('ROLLBACK');
    throw error;
  }
}
