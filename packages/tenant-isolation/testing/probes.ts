import assert from 'node:assert/strict';
import { type Database, type Session, superuser } from './engine.ts';
import { inTenant, login, owner, tenants } from './world.ts';

const { acme, globex } = tenants;

/** One promise of the isolation, tried from outside; it throws where the promise is broken. */
export interface Probe {
  readonly sentence: string;
  readonly holds: (database: Database) => Promise<void>;
}

const asAcme = (sentence: string, work: (session: Session) => Promise<void>): Probe => ({
  sentence,
  holds: async (database) => {
    const session = database.as(login);
    await inTenant(session, acme, () => work(session), 'ROLLBACK');
  },
});

const refuses = (sentence: string, statement: string, reason: RegExp): Probe =>
  asAcme(`refuses ${sentence}`, async (session) => {
    await assert.rejects(session.rows(statement), reason);
  });

const violates = /violates row-level security policy/;
const denied = /permission denied|must be owner/;

const tables = ['customers', 'orders', 'events', 'messages'];

const count = async (session: Session, from: string): Promise<number> =>
  Number((await session.rows(`SELECT count(*) FROM ${from}`))[0]?.count);

const reads: readonly Probe[] = [
  ...[...tables, 'messages_2026', 'customer_emails'].map((name) =>
    asAcme(`shows of ${name} only the tenant's own row`, async (session) => {
      assert.equal(await count(session, name), 1);
    }),
  ),
  asAcme('shows no row of another tenant to a query that names it', async (session) => {
    assert.equal(await count(session, `customers WHERE tenant_id = '${globex}'`), 0);
    assert.equal(await count(session, `orders o JOIN customers c ON c.id = o.customer_id`), 1);
  }),
  asAcme(
    'shows no row of another tenant by its position in the table or in a sample of it',
    async (session) => {
      const places = Array.from({ length: 9 }, (_, index) => `'(0,${index})'`).join(', ');
      assert.equal(await count(session, `customers WHERE ctid = ANY (ARRAY[${places}]::tid[])`), 1);
      assert.equal(await count(session, 'customers TABLESAMPLE system (100)'), 1);
    },
  ),
  asAcme('evaluates no condition of a query on a row of another tenant', async (session) => {
    assert.equal(await count(session, `customers WHERE 1 / (tenant_id = '${acme}')::int = 1`), 1);
  }),
  {
    sentence: 'shows no statistics, which contain values of all tenants',
    holds: async (database) => {
      await database.as(owner).run('ANALYZE customers; ANALYZE messages');
      const session = database.as(login);
      const known = `pg_stats WHERE tablename ~ '^(customers|messages)'`;
      assert.equal(await count(session, known), 0);
      assert.notEqual(await count(database.as(superuser), known), 0);
    },
  },
  {
    sentence: 'shows nothing after a SET LOCAL outside of a transaction',
    holds: async (database) => {
      const session = database.as(login);
      await session.rows(`SET LOCAL app.current_tenant = '${globex}'`);
      assert.equal(await count(session, 'customers'), 0);
    },
  },
  {
    sentence: 'shows nothing without a tenant, and no error',
    holds: async (database) => {
      const session = database.fresh(login);
      try {
        for (const name of tables) assert.equal(await count(session, name), 0);
      } finally {
        await session.close();
      }
    },
  },
  {
    sentence: 'shows nothing where the setting is empty',
    holds: async (database) => {
      const session = database.as(login);
      await inTenant(session, '', async () => assert.equal(await count(session, 'customers'), 0));
    },
  },
  {
    sentence: 'shows nothing on a pooled connection that another tenant has used and reset',
    holds: async (database) => {
      const session = database.as(login);
      await inTenant(session, globex, async () => {
        assert.equal(await count(session, 'customers'), 1);
      });
      assert.equal(await count(session, 'customers'), 0);
      await session.run(`SET app.current_tenant = '${globex}'; RESET app.current_tenant`);
      assert.equal(await count(session, 'customers'), 0);
      await session.run(`SET app.current_tenant = '${globex}'; RESET ALL`);
      assert.equal(await count(session, 'customers'), 0);
    },
  },
  {
    sentence: 'ends with an error where the setting is not a uuid',
    holds: async (database) => {
      const session = database.as(login);
      const asking = inTenant(session, 'acme', () => count(session, 'customers'));
      await assert.rejects(asking, /invalid input syntax for type uuid/);
    },
  },
  {
    sentence: 'shows the owner of the tables nothing either',
    holds: async (database) => {
      const session = database.as(owner);
      for (const name of tables) assert.equal(await count(session, name), 0);
    },
  },
  {
    sentence: 'follows the tenant of each transaction in a prepared statement',
    holds: async (database) => {
      const session = database.as(login);
      await session.run('PREPARE mine AS SELECT tenant_id FROM customers WHERE email LIKE $1');
      for (let turn = 0; turn < 8; turn += 1) {
        const tenant = turn % 2 === 0 ? acme : globex;
        const rows = await inTenant(session, tenant, () => session.rows("EXECUTE mine ('%')"));
        assert.deepEqual(rows, [{ tenant_id: tenant }]);
      }
      assert.deepEqual(await session.rows("EXECUTE mine ('%')"), []);
      await session.run('DEALLOCATE mine');
    },
  },
];

const writes: readonly Probe[] = [
  refuses(
    'a row for another tenant',
    `INSERT INTO customers VALUES ('${globex}', gen_random_uuid(), 'x')`,
    violates,
  ),
  refuses(
    'a row for another tenant through a parent of closed partitions',
    `INSERT INTO events VALUES ('${globex}', '2026-01-02')`,
    violates,
  ),
  refuses('a move to another tenant', `UPDATE customers SET tenant_id = '${globex}'`, violates),
  refuses(
    'an upsert that moves a row',
    `INSERT INTO customers VALUES ('${acme}', '${acme}', 'x')
     ON CONFLICT (tenant_id, id) DO UPDATE SET tenant_id = '${globex}'`,
    violates,
  ),
  refuses(
    'an upsert onto a row of another tenant',
    `INSERT INTO customers VALUES ('${globex}', '${globex}', 'x')
     ON CONFLICT (tenant_id, id) DO UPDATE SET email = 'taken'`,
    violates,
  ),
  refuses(
    'a merge that moves a row',
    `MERGE INTO customers c USING (VALUES (1)) v ON true
     WHEN MATCHED THEN UPDATE SET tenant_id = '${globex}'`,
    violates,
  ),
  refuses(
    "a reference to another tenant's row",
    `INSERT INTO orders (tenant_id, customer_id) VALUES ('${acme}', '${globex}')`,
    /violates foreign key constraint/,
  ),
  asAcme('changes and deletes no row of another tenant', async (session) => {
    const changed = await session.rows("UPDATE customers SET email = 'x' RETURNING tenant_id");
    assert.deepEqual(changed, [{ tenant_id: acme }]);
    const removed = await session.rows('DELETE FROM orders RETURNING tenant_id');
    assert.deepEqual(removed, [{ tenant_id: acme }]);
  }),
  asAcme('takes the same key and the same address from two tenants', async (session) => {
    await session.run(
      `INSERT INTO customers VALUES ('${acme}', '${globex}', '${globex}@example.org')`,
    );
  }),
  {
    sentence: 'refuses every row without a tenant',
    holds: async (database) => {
      const session = database.as(login);
      const adding = session.rows(
        `INSERT INTO customers VALUES ('${acme}', gen_random_uuid(), 'x')`,
      );
      await assert.rejects(adding, violates);
    },
  },
];

const rights: readonly Probe[] = [
  refuses('TRUNCATE', 'TRUNCATE customers', denied),
  refuses(
    'a new foreign key',
    `CREATE TEMP TABLE t (a uuid, b uuid, FOREIGN KEY (a, b) REFERENCES customers (tenant_id, id))`,
    denied,
  ),
  refuses(
    'a trigger',
    `CREATE TRIGGER t AFTER INSERT ON customers EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
    denied,
  ),
  refuses('COPY FROM', `COPY customers FROM STDIN`, /COPY FROM not supported with row-level/),
  refuses('a closed partition by its own name', 'TABLE events_2026', denied),
  refuses('what the table does not grant', `DELETE FROM events`, denied),
  refuses('the ledger of the platform', 'TABLE bizflow_platform.migration_ledger', denied),
  refuses('a sequence to be read', 'TABLE orders_number_seq', denied),
  refuses('a new table', 'CREATE TABLE mine (a int)', denied),
  refuses('a temporary table', 'CREATE TEMP TABLE mine (a int)', denied),
  refuses('row security switched off', 'ALTER TABLE customers DISABLE ROW LEVEL SECURITY', denied),
  refuses("the owner's role", `SET ROLE ${owner}`, denied),
  refuses('a shared table to be written', `INSERT INTO countries VALUES ('GB')`, denied),
  asAcme('reads a shared table', async (session) => {
    assert.equal(await count(session, 'countries'), 0);
  }),
  asAcme('answers with an error, not with all rows, where row security is off', async (session) => {
    await session.run('SET LOCAL row_security = off');
    await assert.rejects(
      session.rows('TABLE customers'),
      /would be affected by row-level security/,
    );
  }),
];

/** Every promise; each leaves the database as it was. */
export const probes: readonly Probe[] = [...reads, ...writes, ...rights];

/** The sentences that a database breaks. */
export async function broken(database: Database): Promise<readonly string[]> {
  const sentences: string[] = [];
  for (const { sentence, holds } of probes) {
    await holds(database).catch(() => sentences.push(sentence));
  }
  return sentences;
}
