import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tenancy } from '@bizflow/config/tenancy';
import { skips } from '@bizflow/testing/tools';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, type Engine, superuser } from '../testing/engine.ts';
import { openings } from '../testing/openings.ts';
import { onlyPglite, startEngine } from '../testing/start-engine.ts';
import {
  app,
  freshDatabase,
  isolatedDatabase,
  login,
  owner,
  tenants,
  world,
} from '../testing/world.ts';
import { auditFunction, auditQuery, findingCodes } from './audit/audit.ts';
import { ledger } from './ledger.ts';
import { migration } from './migration.ts';
import { dollarQuoted, identifier, literal } from './quoting.ts';
import { migrationScript } from './script.ts';

const noShellcheck = skips(
  'shellcheck',
  'shellcheck of the script of the Job',
  spawnSync('shellcheck', ['--version']).error?.message,
);
const noPool = skips('postgres', 'a pool of connections and psql', onlyPglite());
let engine: Engine;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  database = await isolatedDatabase(engine);
});

afterAll(() => engine?.stop());

const ledgerOf = (one: Database) =>
  one.as(owner).rows(`SELECT checksum FROM ${ledger} ORDER BY id`);

/** The findings after some statements, none of which stays. */
async function findingsAfter(statements: string): Promise<readonly string[]> {
  const session = database.as(superuser);
  await session.run('BEGIN');
  try {
    await session.run(statements);
    const [{ name } = { name: '' }] = await session.rows('SELECT current_database() AS name');
    const rows = await session.rows(`SELECT * FROM ${auditFunction}()`);
    return rows.map(({ code, object }) => `${code} ${object === name ? '<database>' : object}`);
  } finally {
    await session.run('ROLLBACK');
  }
}

describe('the audit', () => {
  it('finds nothing where tenants are kept apart', async () => {
    expect(await findingsAfter('SELECT 1')).toEqual([]);
  });

  it.each(openings)('names %s', async (_, statements, ...findings) => {
    expect([...new Set(await findingsAfter(statements))]).toEqual(findings);
  });

  it('names a superuser, among all that one may', async () => {
    const found = await findingsAfter(`ALTER ROLE ${app} SUPERUSER`);
    expect(found).toContain(`ROLE_ATTRIBUTE ${app}`);
  });

  it('shows every code to fire', () => {
    const shown = openings.flatMap(([, , ...findings]) => findings.map((one) => one.split(' ')[0]));
    expect(findingCodes(world).filter((code) => !shown.includes(code))).toEqual([]);
  });

  it('permits what a review names, and no other definition of it', async () => {
    const view = 'CREATE MATERIALIZED VIEW sums AS SELECT count(*) FROM customers';
    const session = database.as(superuser);
    await session.run(view);
    const [found] = await session.rows(auditQuery(world));
    const definition = /[0-9a-f]{32}/.exec(Object.values(found ?? {}).join(' '))?.[0] ?? '';
    const reviewed = auditQuery({
      ...world,
      reviews: [
        {
          finding: 'MATERIALIZED_VIEW',
          object: 'public.sums',
          definition,
          reason: 'a sum over all tenants, for our own bill',
          decision: 'docs/decisions/0001-a.md',
        },
      ],
    });
    expect(await session.rows(reviewed)).toEqual([]);
    await session.run(`GRANT SELECT ON sums TO ${app}`);
    expect(await session.rows(reviewed)).toEqual([]);
    await session.run(
      'DROP MATERIALIZED VIEW sums; CREATE MATERIALIZED VIEW sums AS TABLE customers',
    );
    expect(await session.rows(reviewed)).toHaveLength(1);
    await session.run('DROP MATERIALIZED VIEW sums');
  });
});

describe('the migration', () => {
  it('changes nothing when it runs again', async () => {
    const session = database.as(owner);
    const state = () =>
      session.rows(
        `SELECT (SELECT sum(xmin::text::bigint) FROM pg_class) AS c, (SELECT sum(xmin::text::bigint) FROM pg_policy) AS p`,
      );
    const before = await state();
    await session.run(migration(world));
    expect(await state()).toEqual(before);
    expect(await ledgerOf(database)).toHaveLength(1);
  });

  it('puts right what was opened since, and says so in the ledger', async () => {
    const own = await isolatedDatabase(engine);
    const session = own.as(owner);
    await session.run(
      `ALTER TABLE customers NO FORCE ROW LEVEL SECURITY; GRANT ALL ON events_2026 TO PUBLIC`,
    );
    await session.run(migration(world));
    expect(await session.rows(`SELECT * FROM ${auditFunction}()`)).toEqual([]);
    const [first, second] = await ledgerOf(own);
    expect(second).toEqual(first);
    await session.run('CREATE TABLE not_there_yet (tenant_id uuid NOT NULL)');
    expect(await session.rows(`SELECT code FROM ${auditFunction}()`)).not.toEqual([]);
    await session.run(migration(world));
    expect(await session.rows(`SELECT * FROM ${auditFunction}()`)).toEqual([]);
    expect(await ledgerOf(own)).toHaveLength(3);
  });

  it('leaves everything as it was where the audit still finds something', async () => {
    const own = await freshDatabase(engine);
    const session = own.as(owner);
    await session.run('CREATE UNIQUE INDEX plain ON customers (email)');
    await expect(session.run(migration(world))).rejects.toThrow('PLAIN_KEY public.customers plain');
    await session.run('ROLLBACK');
    expect(await session.rows('SELECT FROM pg_policy')).toEqual([]);
    expect(await session.rows(`SELECT to_regclass('${ledger}')`)).toEqual([{ to_regclass: null }]);
  });

  it("takes the document's own policy further", async () => {
    const own = await freshDatabase(engine);
    const session = own.as(owner);
    await session.run(
      `INSERT INTO customers VALUES ('${tenants.acme}', '${tenants.acme}', 'a');
       ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
       CREATE POLICY tenant_isolation ON customers
         USING (tenant_id = current_setting('app.current_tenant')::uuid)`,
    );
    expect(await session.rows('TABLE customers')).toHaveLength(1);
    await session.run(migration(world));
    expect(await session.rows('TABLE customers')).toEqual([]);
    expect(await session.rows(`SELECT * FROM ${auditFunction}()`)).toEqual([]);
  });

  it('finds the rows that cross already before it adds a reference', async () => {
    const own = await freshDatabase(engine);
    const session = own.as(owner);
    await session.run(
      `INSERT INTO customers VALUES ('${tenants.acme}', '${tenants.acme}', 'a');
       INSERT INTO orders (tenant_id, customer_id) VALUES ('${tenants.globex}', '${tenants.acme}')`,
    );
    await expect(session.run(migration(world))).rejects.toThrow('violates foreign key constraint');
  });

  it('runs for the committed list on an empty database, where the application has no table yet', async () => {
    const own = await freshDatabase(engine, 'SELECT 1');
    const session = own.as(owner);
    await session.run(migration(tenancy));
    expect(await session.rows(`SELECT * FROM ${auditFunction}()`)).toEqual([]);
    await session.run('CREATE TABLE customers (tenant_id uuid NOT NULL)');
    await expect(own.as(login).rows('TABLE customers')).rejects.toThrow('permission denied');
    await session.run(migration(tenancy));
    expect(await own.as(login).rows('TABLE customers')).toEqual([]);
  });

  it.skipIf(noPool)('takes turns with itself, and is applied once', async () => {
    const own = await freshDatabase(engine);
    const sessions = Array.from({ length: 4 }, () => own.fresh(owner));
    // Who comes last waits for three others: how long is the machine's affair, not that of this test.
    const patient = migration(world).replace("lock_timeout = '5s'", "lock_timeout = '10min'");
    await Promise.all(sessions.map((session) => session.run(patient)));
    expect(await ledgerOf(own)).toHaveLength(1);
  });

  it.skipIf(noPool)('gives up after five seconds while a query locks a table', async () => {
    const own = await freshDatabase(engine);
    const reader = own.fresh(owner);
    await reader.run('BEGIN; TABLE customers');
    const text = migration(world).replace("lock_timeout = '5s'", "lock_timeout = '50ms'");
    await expect(own.as(owner).run(text)).rejects.toThrow('lock timeout');
    await reader.run('COMMIT');
  });

  it.skipIf(noPool)('runs through psql as the Job does', async () => {
    const own = await freshDatabase(engine);
    const folder = mkdtempSync(join(tmpdir(), 'sql-'));
    const file = join(folder, 'tenant-isolation.sql');
    writeFileSync(file, migration(world));
    const first = await own.psql(file, owner);
    expect([first.status, first.text]).toEqual([0, expect.stringContaining('isolation applied')]);
    const second = await own.psql(file, owner);
    expect([second.status, second.text]).toEqual([0, expect.stringContaining('nothing to do')]);
    await own.as(owner).run('CREATE UNIQUE INDEX plain ON customers (email)');
    const third = await own.psql(file, owner);
    expect([third.status, third.text]).toEqual([3, expect.stringContaining('PLAIN_KEY')]);
    rmSync(folder, { recursive: true });
  });
});

describe('the script of the Job', () => {
  it.skipIf(noShellcheck)('is clean by shellcheck', () => {
    const input = migrationScript(world);
    expect(`${spawnSync('shellcheck', ['-'], { input, encoding: 'utf8' }).stdout}`).toBe('');
  });
});

describe('quoting', () => {
  // PostgreSQL knows no NUL in text, and names of at most 63 bytes.
  const text = fc.string({ unit: fc.constantFrom(...`"'\\$%; ab_Äé\n`), maxLength: 20 });

  it('gives every text and every name back as it was', async () => {
    const session = database.as(owner);
    await fc.assert(
      fc.asyncProperty(text, text, async (value, name) => {
        const column = `n${name}`;
        const statement = `SELECT ${literal(value)}::text AS ${identifier(column)}, ${dollarQuoted('q', `a${value}`)} AS d`;
        const row = Object.entries((await session.rows(statement))[0] ?? {});
        expect(row).toEqual([
          [column, value],
          ['d', `a${value}`],
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
