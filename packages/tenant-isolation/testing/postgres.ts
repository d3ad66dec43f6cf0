import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import connect from 'postgres';
import { type Database, type Engine, passwordOf, type Session, superuser } from './engine.ts';
import { major, type Server, startServer } from './server.ts';

/**
 * The folder of the server's programs: the one that `BIZFLOW_POSTGRES` names, or one of the `PATH`.
 * Views with their reader's rights need version 15, and TLS a certificate that OpenSSL makes.
 */
export const installed = (): string | undefined =>
  [process.env.BIZFLOW_POSTGRES, ...(process.env.PATH ?? '').split(delimiter)]
    .filter((folder) => folder && existsSync(join(folder, 'initdb')))
    // A PATH may contain links to some of the programs; all of them are where a link points to.
    .map((folder) => dirname(realpathSync(join(folder ?? '', 'initdb'))))
    .find((folder) => existsSync(join(folder, 'psql')) && major(folder) >= 15 && openssl());

const openssl = (): boolean => spawnSync('openssl', ['version']).status === 0;

const host = 'localhost';

/** Starts a server to which no role logs in without TLS and a password. */
export async function postgres(binaries: string): Promise<Engine> {
  const server = await startServer({ binaries, host, superuserPassword: passwordOf(superuser) });
  const open: { end: () => Promise<void> }[] = [];
  const session = (database: string, role: string) => connectTo(server, database, role, open);
  const admin = session('postgres', superuser);
  let count = 0;
  return {
    label: `PostgreSQL ${major(binaries)}`,
    without: '',
    database: async () => {
      count += 1;
      await admin.run(`CREATE DATABASE t${count} STRATEGY file_copy`);
      return databaseOf(server, binaries, `t${count}`, session);
    },
    stop: async () => {
      await Promise.all(open.map((connection) => connection.end()));
      await server.stop();
    },
  };
}

const databaseOf = (
  { port }: Server,
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
    psql: (file, role) => {
      const url = `postgresql://${role}@${host}:${port}/${name}?sslmode=require`;
      const options = ['-X', '-v', 'ON_ERROR_STOP=1', '-f', file, '-d', url];
      return ended(join(binaries, 'psql'), options, { PGPASSWORD: passwordOf(role) });
    },
    job: (files, role, variables) =>
      runJob(binaries, files, {
        DATABASE_URL: `postgresql://${role}:${passwordOf(role)}@${host}:${port}/${name}?sslmode=require`,
        ...variables,
      }),
  };
};

/** Files of a ConfigMap by their names, the script among them, and how a run of it ends. */
export async function runJob(
  binaries: string,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'sql-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const script = Object.keys(files).find((name) => name.endsWith('.sh')) ?? '';
  const path = `${binaries}${delimiter}${process.env.PATH}`;
  const result = await ended('/bin/sh', [join(folder, script)], { PATH: path, ...env });
  await rm(folder, { recursive: true });
  return result;
}

/** How a program ended, and what it said. */
export interface Ended {
  readonly status: number;
  readonly text: string;
}

/** Runs a program away from any terminal: at one, psql would ask the person for a password. */
export const ended = (
  file: string,
  options: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, options, {
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.end(input);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
    }
    child.once('error', reject);
    child.once('close', (status) => resolve({ status: status ?? 1, text }));
  });

function connectTo(
  { port, certificate }: Server,
  database: string,
  username: string,
  open: { end: () => Promise<void> }[],
): Session {
  const sql = connect({
    host: '127.0.0.1',
    port,
    database,
    username,
    password: passwordOf(username),
    ssl: { ca: certificate.text, servername: host },
    max: 1,
    onnotice: () => undefined,
  });
  open.push(sql);
  return {
    rows: async (statement, values = []) => [...(await sql.unsafe(statement, [...values]))],
    run: async (statements) => void (await sql.unsafe(statements).simple()),
    close: () => sql.end(),
  };
}
