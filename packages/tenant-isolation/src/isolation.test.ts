import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { skips } from '@bizflow/testing/tools';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, Engine } from '../testing/engine.ts';
import { broken, probes } from '../testing/probes.ts';
import { onlyPglite, startEngine } from '../testing/start-engine.ts';
import {
  freshDatabase,
  inTenant,
  isolatedDatabase,
  login,
  owner,
  seeded,
  tenants,
  world,
} from '../testing/world.ts';
import { migration } from './migration.ts';

const noPool = skips('postgres', 'a pool of connections and psql', onlyPglite());

let engine: Engine;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  database = await isolatedDatabase(engine);
});

afterAll(() => engine?.stop());

describe('the isolation of tenants', () => {
  it.each(probes)('$sentence', ({ holds }) => holds(database));
});

describe('in a pool of connections', () => {
  it.skipIf(noPool)('shows each of many requests at once its own tenant', async () => {
    const pool = Array.from({ length: 3 }, () => database.fresh(login));
    const seen = await Promise.all(
      pool.map(async (session, place) => {
        const rows: unknown[] = [];
        for (let turn = 0; turn < 20; turn += 1) {
          const tenant = (turn + place) % 2 === 0 ? tenants.acme : tenants.globex;
          const own = await inTenant(session, tenant, () => session.rows('TABLE customers'));
          const left = await session.rows('TABLE customers');
          rows.push(
            own.every(({ tenant_id }) => tenant_id === tenant),
            own.length,
            left.length,
          );
        }
        return rows;
      }),
    );
    expect(seen.flat()).toEqual(Array.from({ length: 60 }, () => [true, 1, 0]).flat());
  });

  it.skipIf(noPool)('keeps a tenant that was set for the session: the danger', async () => {
    const session = database.as(login);
    await session.run(`SET app.current_tenant = '${tenants.globex}'`);
    // The next request that forgets its own tenant is answered with the last one's rows.
    expect(await session.rows('SELECT tenant_id FROM customers')).toEqual([
      { tenant_id: tenants.globex },
    ]);
    await session.run('DISCARD ALL');
    expect(await session.rows('TABLE customers')).toEqual([]);
  });

  it.skipIf(noPool)('filters COPY TO, and refuses COPY FROM, in psql', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sql-'));
    const file = join(folder, 'copy.sql');
    writeFileSync(
      file,
      `BEGIN; SELECT set_config('app.current_tenant', '${tenants.acme}', true);
       COPY customers TO STDOUT; COMMIT; COPY customers TO STDOUT; COPY customers FROM STDIN;`,
    );
    const { status, text } = await database.psql(file, login);
    rmSync(folder, { recursive: true });
    expect(status).not.toBe(0);
    expect(text.match(/@example\.org/g)).toHaveLength(1);
    expect(text).toContain(`${tenants.acme}@example.org`);
    expect(text).toContain('COPY FROM not supported with row-level security');
  });
});

it('does not protect against a client that can run any SQL: the setting is trusted input', async () => {
  const session = database.as(login);
  const stolen = await inTenant(session, tenants.acme, async () => {
    await session.rows("SELECT set_config('app.current_tenant', $1, true)", [tenants.globex]);
    return session.rows('SELECT tenant_id FROM customers');
  });
  expect(stolen).toEqual([{ tenant_id: tenants.globex }]);
});

const uuids = (most: number) => fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: most });

/** Some tenants, some keys that any of them may use, and what they do in turn. */
const history = fc.tuple(uuids(4), uuids(3)).chain(([names, ids]) =>
  fc.record({
    names: fc.constant(names),
    steps: fc.array(
      fc.record({
        who: fc.constantFrom(...names),
        whose: fc.constantFrom(...names),
        id: fc.constantFrom(...ids),
        what: fc.constantFrom('insert', 'move', 'delete'),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

it('shows every tenant exactly its own rows, whichever tenants do whatever in any order', async () => {
  const session = database.as(login);
  const rowsOf = (tenant: string) =>
    inTenant(session, tenant, () =>
      session.rows('SELECT tenant_id, id FROM customers ORDER BY id'),
    );
  await fc.assert(
    fc.asyncProperty(history, async ({ names, steps }) => {
      const held = new Map(names.map((name) => [name, new Set<string>()]));
      for (const { who, whose, id, what } of steps) {
        const own = held.get(who) ?? new Set();
        const statements = {
          insert: `INSERT INTO customers VALUES ('${whose}', '${id}')`,
          move: `UPDATE customers SET tenant_id = '${whose}' WHERE id = '${id}'`,
          delete: `DELETE FROM customers WHERE id = '${id}'`,
        };
        const refused = {
          insert: whose !== who || own.has(id),
          move: whose !== who && own.has(id),
          delete: false,
        };
        const doing = inTenant(session, who, () => session.rows(statements[what]));
        if (refused[what]) await expect(doing).rejects.toThrow(/row-level security|duplicate key/);
        else await doing;
        if (what === 'insert' && !refused.insert) own.add(id);
        if (what === 'delete') own.delete(id);
      }
      for (const [name, ids] of held) {
        const wanted = [...ids].toSorted().map((id) => ({ tenant_id: name, id }));
        expect(await rowsOf(name)).toEqual(wanted);
        await inTenant(session, name, () => session.rows('DELETE FROM customers'));
      }
    }),
    { numRuns: 25 },
  );
  expect(await rowsOf(tenants.acme)).toHaveLength(1);
});

/** Mistakes in the isolation, and a property that each of them breaks. */
const mutants: readonly (readonly [mutation: string, from: string, to: string, breaks: string])[] =
  [
    [
      'FORCE',
      'ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
      'ENABLE ROW LEVEL SECURITY',
      'shows the owner of the tables nothing either',
    ],
    [
      'WITH CHECK',
      `WITH CHECK ("tenant_id" = nullif(current_setting('app.current_tenant', true), '')::uuid)`,
      'WITH CHECK (true)',
      'refuses a row for another tenant',
    ],
    [
      'the rule for an empty setting',
      `nullif(current_setting('app.current_tenant', true), '')`,
      `current_setting('app.current_tenant', true)`,
      'shows nothing on a pooled connection that another tenant has used and reset',
    ],
    [
      'the rule for a missing setting',
      `current_setting('app.current_tenant', true)`,
      `current_setting('app.current_tenant')`,
      'shows nothing without a tenant, and no error',
    ],
  ];

const audited = 'IF findings IS NOT NULL THEN';

/** What a mutant of the migration reports, and which properties break when its audit is off. */
async function outcome(mutant: string) {
  const own = await freshDatabase(engine);
  const session = own.as(owner);
  await session.run("SET app.current_tenant = ''");
  const refusal = await session.run(mutant).then(
    () => 'nothing',
    ({ message }) => session.run('ROLLBACK').then(() => String(message)),
  );
  await session.run(mutant.replace(audited, 'IF false THEN'));
  await seeded(own);
  return { refusal, breaks: await broken(own) };
}

// PGlite has one connection, on which the setting was made before.
const tried = mutants.filter(([name]) => !noPool || !name.includes('missing'));

it.each(tried)(
  'refuses itself without %s, and the tests would see it',
  async (_, from, to, breaks) => {
    const text = migration(world);
    expect(text).toContain(from);
    const found = await outcome(text.replaceAll(from, to));
    expect(found.refusal).toContain('tenant isolation has findings');
    expect(found.breaks).toContain(breaks);
  },
);

it('refuses itself without any WITH CHECK, although PostgreSQL then checks by USING', async () => {
  const text = migration(world).replaceAll(/\s+WITH CHECK \(.*?\)::uuid\)/g, '');
  expect(await outcome(text)).toEqual({
    refusal: expect.stringContaining('POLICY_MISSING'),
    breaks: [],
  });
});
