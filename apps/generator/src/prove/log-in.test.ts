import { type Fleet, variables } from '@bizflow/config';
import { standbyOf, takenOver } from '@bizflow/config/failover';
import { committed, followed } from '@bizflow/config/testing';
import { rerendered } from '@bizflow/proofs/testing';
import {
  type Copied,
  copy,
  installed,
  jobIn,
  logIn,
  type Pool,
  type Rds,
  runJob,
  startRds,
} from '@bizflow/tenant-isolation/testing';
import { skips } from '@bizflow/testing/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, emptyAccount } from '../../testing/account.ts';
import { numbered } from '../../testing/rotation.ts';
import { plan } from '../plan.ts';

const binaries = installed() ?? '';
const missing = skips(
  'postgres',
  'logging in to a real PostgreSQL with what Terraform writes',
  binaries === '' ? 'no PostgreSQL 15 with psql, or no openssl' : '',
);

// Of all regions that follow the writer, the one that takes over.
const standby = standbyOf(committed.catalog, followed.id);
if (standby === undefined) throw new RangeError(`no region stands by for ${followed.id}`);

const suffix = 'abcdefghijkl';
const host = `${followed.database.identifier}.${suffix}.${followed.id}.rds.amazonaws.com`;
const folder = `gitops/production/${followed.id}/services/api`;
const root = `environments/production/${followed.id}`;
const standbyRoot = `environments/production/${standby.id}`;
const secret = (name: string, region = followed.id) => `bizflow/production/${region}/${name}`;

/** Everything that is rendered of a fleet, and the plans of its roots. */
const render = async (fleet: Fleet) => {
  const files = plan(fleet, {}).files.map(({ path, text }) => [path, text] as const);
  return rerendered(fleet, Object.fromEntries(files));
};
type Rendered = Awaited<ReturnType<typeof render>>;

let rds: Rds;
let account: Account;
let first: Rendered;
const pools: Pool[] = [];
const said: string[] = [];

const planOf = ({ plans }: Rendered, path: string) => {
  const found = plans.find((one) => one.root === path);
  if (found === undefined) throw new RangeError(`no plan of ${path}`);
  return found;
};

/** Applies the writer's root, and then that of the region that writes there. */
async function apply(rendered: Rendered): Promise<void> {
  const { masterPassword } = account.apply(planOf(rendered, root));
  if (masterPassword !== undefined) await rds.setMasterPassword(masterPassword);
  account.apply(planOf(rendered, standbyRoot));
}

const copied = (rendered: Rendered): Copied => copy(rendered.manifests, folder, account.secrets);

/** Runs the rendered Job with a copy of the secrets. */
async function run(rendered: Rendered, secrets = copied(rendered)) {
  const job = jobIn(rendered.manifests, folder);
  const env = { ...job.variables(secrets), PGHOSTADDR: '127.0.0.1' };
  const ended = await runJob(binaries, job.files, env);
  said.push(ended.text);
  return ended;
}

const urlOf = (name: string, region = followed.id) =>
  account.secrets.get(secret(name, region)) ?? '';

const pool = (url: string, size = 1): Pool => {
  const opened = logIn(rds, url, size);
  pools.push(opened);
  return opened;
};

/** Who a URL logs in as, or what the server says. */
async function loggedIn(url: string): Promise<unknown> {
  const own = logIn(rds, url);
  try {
    const [row] = await own.rows(
      'SELECT current_user AS role, s.ssl FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()',
    );
    return row;
  } catch (error) {
    return error instanceof Error ? error.message : error;
  } finally {
    await own.close();
  }
}

const as = (role: string) => ({ role, ssl: true });
const refused = (role: string) => `password authentication failed for user "${role}"`;

// One story: each test begins where the one before it ended.
describe.skipIf(missing)('what Terraform writes', { shuffle: false }, () => {
  beforeAll(async () => {
    first = await render(numbered(2, 1));
    rds = await startRds(binaries, { host, database: 'bizflow', username: 'bizflow_admin' });
    account = emptyAccount({ suffix, port: rds.port });
    await apply(first);
  });

  afterAll(async () => {
    for (const one of pools) await one.close();
    await rds?.stop();
  });

  it('logs the migration in, and the application as soon as the migration has run', async () => {
    expect(await loggedIn(urlOf('database-migration'))).toEqual(as('bizflow_admin'));
    expect(await loggedIn(urlOf('database'))).toBe(refused('bizflow_app_blue'));
    const { status, text } = await run(first);
    expect([status, text]).toEqual([
      0,
      expect.stringContaining('bizflow_app_green: password 2 is set'),
    ]);
    expect(await loggedIn(urlOf('database'))).toEqual(as('bizflow_app_blue'));
  });

  it('logs in the pods of a region that writes here', async () => {
    expect(urlOf('database', standby.id)).toBe(urlOf('database'));
  });

  it('changes nothing when the Job runs again', async () => {
    const { status, text } = await run(first);
    expect([status, text]).toEqual([
      0,
      expect.stringContaining('bizflow_app_blue: password 1 is in place'),
    ]);
  });

  it('logs in only with TLS', async () => {
    const plain = urlOf('database').replace('sslmode=require', 'sslmode=disable');
    expect(await loggedIn(plain)).toMatch(/no pg_hba.conf entry .* no encryption/);
  });

  it('changes to the other login without an outage: pods of both versions log in', async () => {
    const before = urlOf('database');
    const old = pool(before, Number(variables.DATABASE_POOL_SIZE.value));
    expect(await old.onAll('SELECT 1 AS one')).toHaveLength(20);
    await apply(await render(numbered(2, 2)));
    expect(await loggedIn(urlOf('database'))).toEqual(as('bizflow_app_green'));
    expect(await loggedIn(before)).toEqual(as('bizflow_app_blue'));
    expect(await old.onAll('SELECT 1 AS one')).toHaveLength(20);
    expect(urlOf('database', standby.id)).toBe(urlOf('database'));
  });

  it('ends the former password once no session uses it, and with no old copy of a secret', async () => {
    const before = urlOf('database').replace(
      /green:[^@]*/,
      `blue:${urlOf('database-blue-password')}`,
    );
    const third = await render(numbered(3, 2));
    const stale = copied(third);
    await apply(third);
    expect(await run(third, stale)).toEqual({
      status: 1,
      text: expect.stringContaining(
        'bizflow_app_blue: the copy in this cluster is not password 3 yet',
      ),
    });
    expect(await run(third)).toEqual({
      status: 1,
      text: expect.stringContaining('bizflow_app_blue: 20 sessions use its former password'),
    });
    expect(await loggedIn(before)).toEqual(as('bizflow_app_blue'));
    await pools.pop()?.close();
    expect(await run(third)).toMatchObject({ status: 0 });
    expect(await loggedIn(before)).toBe(refused('bizflow_app_blue'));
    expect(await loggedIn(urlOf('database'))).toEqual(as('bizflow_app_green'));
  });

  it('gives the master user another password, in RDS and in the URL of the migration', async () => {
    const before = urlOf('database-migration');
    const fourth = await render(numbered(3, 2, 2));
    const stale = copied(fourth);
    await apply(fourth);
    expect(await loggedIn(before)).toBe(refused('bizflow_admin'));
    expect(await loggedIn(urlOf('database-migration'))).toEqual(as('bizflow_admin'));
    expect((await run(fourth, stale)).text).toContain(refused('bizflow_admin'));
    expect(await run(fourth)).toMatchObject({ status: 0 });
  });

  it('stays as the replica knows it where the standby takes over', async () => {
    const [role, migration] = ['database', 'database-migration'].map((one) =>
      urlOf(one, standby.id),
    );
    const usually = numbered(3, 2, 2);
    const swapped = { ...usually, ...takenOver(usually, followed.id), failedOver: [followed.id] };
    const { masterPassword } = account.apply(planOf(await render(swapped), standbyRoot));
    const there = (url = '') =>
      url.replace(followed.id, standby.id).replace(/@[^.]+/, `@${standby.database.identifier}`);
    expect(urlOf('database', standby.id)).toBe(there(role));
    expect(urlOf('database-migration', standby.id)).toBe(there(migration));
    expect(migration).toContain(`:${masterPassword}@`);
    expect(await loggedIn(urlOf('database', standby.id))).toEqual(as('bizflow_app_green'));
  });

  it('is in no log of the server or of the Job, and in no rendered file', async () => {
    const seen = [await rds.log(), ...said, ...Object.values(first.manifests)].join('\n');
    expect(seen).toContain('ALTER USER bizflow_app_blue PASSWORD');
    expect(account.drawn.size).toBeGreaterThan(5);
    expect([...account.drawn].filter((value) => seen.includes(value))).toEqual([]);
  });
});
