import { app, owner } from './world.ts';

/** A change that breaks the isolation, and the finding that reports it. */
export type Opening = readonly [
  sentence: string,
  statements: string,
  ...findings: readonly string[],
];

const definer = `CREATE FUNCTION peek() RETURNS SETOF customers LANGUAGE sql SECURITY DEFINER
  AS 'SELECT * FROM public.customers'`;

/** Every way to open it that the audit is known to see. */
export const openings: readonly Opening[] = [
  [
    'row security off',
    'ALTER TABLE customers DISABLE ROW LEVEL SECURITY',
    'ROW_SECURITY_OFF public.customers',
  ],
  [
    'an owner who passes by',
    'ALTER TABLE customers NO FORCE ROW LEVEL SECURITY',
    'ROW_SECURITY_NOT_FORCED public.customers',
  ],
  [
    'an open partition whose owner passes by',
    'ALTER TABLE messages_2026 NO FORCE ROW LEVEL SECURITY',
    'ROW_SECURITY_NOT_FORCED public.messages_2026',
  ],
  ['no policy', 'DROP POLICY tenant_isolation ON orders', 'POLICY_MISSING public.orders'],
  [
    'a policy for one role',
    `ALTER POLICY tenant_isolation ON orders TO ${app}`,
    'POLICY_MISSING public.orders',
  ],
  [
    'a policy that reads all',
    'ALTER POLICY tenant_isolation ON orders USING (true)',
    'POLICY_MISSING public.orders',
  ],
  [
    'a policy that writes all',
    'ALTER POLICY tenant_isolation ON orders WITH CHECK (true)',
    'POLICY_MISSING public.orders',
  ],
  [
    'a policy that calls a function of the same name',
    `CREATE FUNCTION public.nullif_setting(text, boolean) RETURNS text LANGUAGE sql AS 'SELECT NULL::text';
     ALTER POLICY tenant_isolation ON orders USING (tenant_id = public.nullif_setting('app.current_tenant', true)::uuid)`,
    'POLICY_MISSING public.orders',
  ],
  [
    'a second permissive policy',
    'CREATE POLICY support ON orders FOR SELECT USING (true)',
    'POLICY_SECOND public.orders',
  ],
  [
    'a tenant column that may be null',
    'ALTER TABLE events ALTER tenant_id DROP NOT NULL',
    'TENANT_COLUMN public.events',
    'TENANT_COLUMN public.events_2026',
  ],
  [
    'a new closed partition',
    `CREATE TABLE events_2027 PARTITION OF events FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')`,
  ],
  [
    'a new open partition without a policy',
    `CREATE TABLE messages_2027 PARTITION OF messages FOR VALUES FROM ('2027-01-01') TO ('2028-01-01'); ALTER TABLE messages_2027 OWNER TO ${owner}`,
    'POLICY_MISSING public.messages_2027',
    'ROW_SECURITY_NOT_FORCED public.messages_2027',
    'ROW_SECURITY_OFF public.messages_2027',
  ],
  ['a rule', 'CREATE RULE copied AS ON INSERT TO orders DO ALSO NOTIFY x', 'RULE public.orders'],
  ['TRUNCATE', `GRANT TRUNCATE ON customers TO ${app}`, 'PRIVILEGE public.customers'],
  [
    'REFERENCES of a column',
    `GRANT REFERENCES (id) ON customers TO ${app}`,
    'PRIVILEGE public.customers',
  ],
  ['TRIGGER for PUBLIC', 'GRANT TRIGGER ON customers TO PUBLIC', 'PRIVILEGE public.customers'],
  [
    'a right that may be passed on',
    `GRANT SELECT ON customers TO ${app} WITH GRANT OPTION`,
    'PRIVILEGE public.customers',
  ],
  [
    'a closed partition granted',
    `GRANT SELECT ON events_2026 TO ${app}`,
    'PRIVILEGE public.events_2026',
  ],
  [
    'a table that is not listed',
    `CREATE TABLE notes (tenant_id uuid); GRANT SELECT ON notes TO ${app}`,
    'PRIVILEGE public.notes',
  ],
  [
    'a column of a table that is not listed',
    `CREATE TABLE notes (a int); GRANT SELECT (a) ON notes TO ${app}`,
    'PRIVILEGE public.notes',
  ],
  [
    'a table of another schema',
    `CREATE SCHEMA other; CREATE TABLE other.customers (a int); GRANT SELECT ON other.customers TO ${app}`,
    'PRIVILEGE other.customers',
  ],
  [
    'a table that inherits',
    `CREATE TABLE old () INHERITS (customers); GRANT SELECT ON old TO ${app}`,
    'PRIVILEGE public.old',
  ],
  [
    'a sequence to be read',
    `GRANT SELECT ON orders_number_seq TO ${app}`,
    'PRIVILEGE public.orders_number_seq',
  ],
  ['a writable shared table', `GRANT INSERT ON countries TO ${app}`, 'PRIVILEGE public.countries'],
  [
    'a role that passes by row security',
    `ALTER ROLE ${app} BYPASSRLS`,
    'ROLE_ATTRIBUTE bizflow_app',
  ],
  ['a member of a group', `CREATE ROLE staff; GRANT staff TO ${app}`, 'ROLE_MEMBER bizflow_app'],
  ['a reader of all data', `GRANT pg_read_all_data TO ${app}`, 'ROLE_MEMBER bizflow_app'],
  [
    'a group with a right',
    `CREATE ROLE staff; GRANT TRUNCATE ON orders TO staff; GRANT staff TO ${app}`,
    'PRIVILEGE public.orders',
    'ROLE_MEMBER bizflow_app',
  ],
  [
    'a second login that passes by row security',
    `CREATE ROLE two LOGIN BYPASSRLS IN ROLE ${app}`,
    'ROLE_ATTRIBUTE two',
  ],
  [
    'a second login with its own privilege',
    `CREATE ROLE two LOGIN IN ROLE ${app}; GRANT TRUNCATE ON orders TO two`,
    'PRIVILEGE public.orders',
  ],
  ['a further login like the others', `CREATE ROLE two LOGIN IN ROLE ${app}`],
  [
    'a login that is not there',
    `ALTER ROLE ${app}_blue RENAME TO gone`,
    'LOGIN_MISSING bizflow_app_blue',
  ],
  ['a role that logs in itself', `ALTER ROLE ${app} LOGIN`, 'ROLE_LOGIN bizflow_app'],
  [
    'a shared table of tenants',
    'ALTER TABLE countries ADD tenant_id uuid',
    'SHARED_TENANT public.countries',
  ],
  [
    'no role',
    `ALTER ROLE ${app} RENAME TO gone`,
    'LOGIN_MISSING bizflow_app_blue',
    'LOGIN_MISSING bizflow_app_green',
    'ROLE_MISSING bizflow_app',
  ],
  [
    'an application that owns',
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION f() OWNER TO ${app}`,
    'ROLE_OWNS function public.f()',
  ],
  ['a schema to build in', `GRANT CREATE ON SCHEMA public TO ${app}`, 'CREATE_RIGHT public'],
  [
    'temporary tables for PUBLIC',
    `DO $$ BEGIN EXECUTE format('GRANT TEMP ON DATABASE %I TO PUBLIC', current_database()); END $$`,
    'CREATE_RIGHT <database>',
  ],
  [
    'tables that will be granted',
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO ${app}`,
    'DEFAULT_GRANT public',
  ],
  [
    'a key over all tenants',
    'CREATE UNIQUE INDEX plain ON customers (email)',
    'PLAIN_KEY public.customers plain',
  ],
  [
    'a key that only includes the tenant',
    'CREATE UNIQUE INDEX plain ON customers (email) INCLUDE (tenant_id)',
    'PLAIN_KEY public.customers plain',
  ],
  [
    'a key of one partition',
    'CREATE UNIQUE INDEX plain ON events_2026 (at) WHERE false',
    'PLAIN_KEY public.events_2026 plain',
  ],
  [
    'a key of an expression',
    'CREATE UNIQUE INDEX plain ON customers (lower(email))',
    'PLAIN_KEY public.customers plain',
  ],
  [
    'an exclusion over all tenants',
    'ALTER TABLE orders ADD CONSTRAINT plain EXCLUDE (number WITH =)',
    'PLAIN_KEY public.orders plain',
  ],
  [
    'an exclusion within every other tenant',
    'ALTER TABLE orders ADD CONSTRAINT plain EXCLUDE USING btree (tenant_id WITH =, number WITH =)',
  ],
  [
    'a reference without the tenant',
    'ALTER TABLE customers ADD CONSTRAINT once UNIQUE (id); ALTER TABLE orders ADD CONSTRAINT plain FOREIGN KEY (customer_id) REFERENCES customers (id)',
    'PLAIN_KEY public.customers once',
    'PLAIN_REFERENCE public.orders plain',
  ],
  [
    'a reference that pairs the tenant with another column',
    'ALTER TABLE orders ADD CONSTRAINT plain FOREIGN KEY (customer_id, tenant_id) REFERENCES customers (tenant_id, id)',
    'PLAIN_REFERENCE public.orders plain',
  ],
  [
    'a reference from elsewhere',
    'CREATE TABLE notes (a uuid, b uuid, CONSTRAINT plain FOREIGN KEY (a, b) REFERENCES customers (tenant_id, id))',
    'PLAIN_REFERENCE public.notes plain',
  ],
  [
    'a reference to an unlisted table',
    'CREATE TABLE plans (id uuid PRIMARY KEY); ALTER TABLE orders ADD CONSTRAINT plan FOREIGN KEY (customer_id) REFERENCES plans NOT VALID',
    'REFERENCE_UNSTATED public.orders plan',
  ],
  [
    'a reference to a shared table',
    'ALTER TABLE customers ADD CONSTRAINT code FOREIGN KEY (email) REFERENCES countries NOT VALID',
  ],
  [
    'an owner who passes by, though forced',
    'ALTER TABLE orders OWNER TO postgres',
    'OWNER_PASSES public.orders',
  ],
  [
    'a stated key that is gone',
    'ALTER TABLE customers DROP CONSTRAINT customers_email_tenant_id_key',
    'KEY_MISSING public.customers',
  ],
  [
    'a stated reference that is gone',
    'ALTER TABLE orders DROP CONSTRAINT orders_tenant_id_customer_id_fkey',
    'REFERENCE_MISSING public.orders',
  ],
  [
    "a view with its owner's rights",
    'ALTER VIEW customer_emails SET (security_invoker = off)',
    'VIEW_OF_OWNER public.customer_emails',
  ],
  [
    'a view that is not listed',
    `CREATE VIEW v AS TABLE customers; GRANT SELECT ON v TO ${app}`,
    'PRIVILEGE public.v',
    'VIEW_OF_OWNER public.v',
  ],
  [
    'a materialized view',
    'CREATE MATERIALIZED VIEW sums AS SELECT count(*) FROM customers',
    'MATERIALIZED_VIEW public.sums',
  ],
  ["a function with its owner's rights", definer, 'SECURITY_DEFINER public.peek()'],
  [
    'a leakproof function',
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql LEAKPROOF AS 'SELECT 1'`,
    'LEAKPROOF public.f()',
  ],
  [
    'a function that sets its own tenant',
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql SET app.current_tenant = 'x' AS 'SELECT 1'`,
    'SETTING_FIXED public.f()',
  ],
  [
    'a tenant for whole sessions',
    `ALTER ROLE ${app} SET app.current_tenant = 'x'`,
    'SETTING_FIXED bizflow_app',
  ],
  ['a large object', 'SELECT lo_create(4711)', 'LARGE_OBJECT large object 4711'],
  [
    'another server',
    `CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; GRANT USAGE ON FOREIGN SERVER s TO ${app}`,
    'FOREIGN_SERVER s',
  ],
  [
    'foreign keys switched off',
    `GRANT SET ON PARAMETER session_replication_role TO ${app}`,
    'PARAMETER session_replication_role',
  ],
];
