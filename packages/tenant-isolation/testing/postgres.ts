import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import connect from 'postgres';
import { type Database, type Engine, type Session, superuser } from './engine.ts';

/** PostgreSQL refuses to run as root; where the tests run as root, it runs as an unprivileged user. */
const unprivileged = 65534;
const identity = process.getuid?.() === 0 ? { uid: unprivileged, gid: unprivileged } : {};

/**
 * The folder of the server's programs: the one that `BIZFLOW_POSTGRES` names, or one of the `PATH`.
 * Views with their reader's rights need version 15.
 */
export const installed = (): string | undefined =>
  [process.env.BIZFLOW_POSTGRES, ...(process.env.PATH ?? '').split(delimiter)]
    .filter((folder) => folder && existsSync(join(folder, 'initdb')))
    // A PATH may contain links to some of the programs; all of them are where a link points to.
    .map((folder) => dirname(realpathSync(join(folder ?? '', 'initdb'))))
    .find((folder) => existsSync(join(folder, 'psql')) && major(folder) >= 15);

const major = (folder: string): number =>
  Number(/\) (\d+)/.exec(`${spawnSync(join(folder, 'postgres'), ['--version']).stdout}`)?.[1] ?? 0);

// Ends with this process, however that ends: its input closes, and the shell stops the server.
const supervised = '"$0" "$@" & cat > /dev/null; kill -INT $!; wait $!';

/** Starts a server without network: it listens only on a socket in its own folder. */
export async function postgres(binaries: string): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'pg-'));
  if ('uid' in identity) await chown(folder, unprivileged, unprivileged);
  const cluster = join(folder, 'data');
  await program(join(binaries, 'initdb'), [
    ...['-D', cluster, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'],
    '--no-instructions',
  ]);
  const server = spawn(
    '/bin/sh',
    ['-c', supervised, join(binaries, 'postgres'), '-D', cluster, '-F', '-k', folder, ...quiet],
    { stdio: ['pipe', 'ignore', 'pipe'], ...identity },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const open: { end: () => Promise<void> }[] = [];
  const session = (database: string, role: string) => connectTo(folder, database, role, open);
  await ready(server);
  const admin = session('postgres', superuser);
  let count = 0;
  return {
    label: `PostgreSQL ${major(binaries)}`,
    without: '',
    database: async () => {
      count += 1;
      await admin.run(`CREATE DATABASE t${count} STRATEGY file_copy`);
      return databaseOf(folder, binaries, `t${count}`, session);
    },
    stop: async () => {
      await Promise.all(open.map((connection) => connection.end()));
      server.stdin?.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const quiet = [
  'listen_addresses=',
  'max_connections=60',
  'autovacuum=off',
  'jit=off',
  'shared_buffers=16MB',
].flatMap((setting) => ['-c', setting]);

const databaseOf = (
  folder: string,
  binaries: string,
  name: string,
  session: (database: string, role: string) => Session,
): Database => {
  const kept = new Map<string, Session>();
  return {
    as: (role) => {
      const own = kept.get(role) ?? session(name, role);
      kept.set(role, own);
      return own;
    },
    fresh: (role) => session(name, role),
    psql: (file, role) =>
      new Promise((resolve) => {
        const options = ['-X', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', role, '-f', file, name];
        execFile(join(binaries, 'psql'), options, (error, out, err) =>
          resolve({ status: error === null ? 0 : Number(error.code), text: out + err }),
        );
      }),
  };
};

function connectTo(
  folder: string,
  database: string,
  username: string,
  open: { end: () => Promise<void> }[],
): Session {
  const sql = connect({ host: folder, database, username, max: 1, onnotice: () => undefined });
  open.push(sql);
  return {
    rows: async (statement, values = []) => [...(await sql.unsafe(statement, [...values]))],
    run: async (statements) => void (await sql.unsafe(statements).simple()),
    close: () => sql.end(),
  };
}

// The socket is there before the server takes anyone in ("the database system is starting up"), so what
// counts is its own word. The locale is C: it is said in English.
const ready = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });

const program = (file: string, options: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(file, options, identity, (error) => (error === null ? resolve() : reject(error)));
  });
