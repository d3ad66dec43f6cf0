import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@bizflow/testing/ports';
import { type Certificate, certificateFor } from './certificate.ts';
import { superuser } from './engine.ts';

/** PostgreSQL refuses to run as root; where the tests run as root, it runs as an unprivileged user. */
const unprivileged = 65534;
const identity = process.getuid?.() === 0 ? { uid: unprivileged, gid: unprivileged } : {};

/** A server that takes in only who comes by TLS and knows a password, as RDS does (`rds.force_ssl`). */
export interface Server {
  readonly port: number;
  readonly certificate: Certificate;
  /** What the server has logged so far. */
  readonly log: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** How a server is started. */
export interface ServerStart {
  readonly binaries: string;
  /** Its name in its certificate. */
  readonly host: string;
  readonly superuserPassword: string;
  readonly settings?: readonly string[];
}

/** The major version of the programs in a folder. */
export const major = (folder: string): number =>
  Number(/\) (\d+)/.exec(`${spawnSync(join(folder, 'postgres'), ['--version']).stdout}`)?.[1] ?? 0);

// Ends with this process, however that ends: its input closes, and the shell stops the server. And the other way round:
// where the server does not start, the shell ends.
const supervised =
  'exec 3<&0; "$0" "$@" & server=$!; { cat <&3 > /dev/null; kill -INT $server; } & wait $server';

/** Starts a server on a free port of this machine. */
export async function startServer(start: ServerStart): Promise<Server> {
  const { binaries, host, settings = [] } = start;
  const folder = await mkdtemp(join(tmpdir(), 'pg-'));
  const certificate = await certificateFor(host, folder);
  await prepare(start, folder, certificate);
  // PostgreSQL takes no port 0.
  const [port = 0] = await freePorts(1);
  const log = join(folder, 'log');
  const options = [
    `port=${port}`,
    `ssl_cert_file=${certificate.file}`,
    `ssl_key_file=${certificate.key}`,
    `hba_file=${join(folder, 'hba')}`,
    ...fixed,
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  const server = spawn(
    '/bin/sh',
    ['-c', supervised, join(binaries, 'postgres'), '-D', join(folder, 'data'), '-F', ...options],
    { stdio: ['pipe', 'ignore', 'pipe'], ...identity },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await ready(server, (text) => writeFile(log, text, { flag: 'a' }));
  return {
    port,
    certificate,
    log: () => readFile(log, 'utf8'),
    stop: async () => {
      server.stdin?.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const fixed = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'ssl=on',
  'password_encryption=scram-sha-256',
  'max_connections=60',
  'autovacuum=off',
  'jit=off',
  'shared_buffers=16MB',
];

async function prepare(
  { binaries, superuserPassword }: ServerStart,
  folder: string,
  { key }: Certificate,
): Promise<void> {
  const [hba, password] = [join(folder, 'hba'), join(folder, 'password')];
  await writeFile(hba, 'hostssl all all 127.0.0.1/32 scram-sha-256\n');
  await writeFile(password, superuserPassword);
  await chmod(key, 0o600);
  if ('uid' in identity) {
    for (const one of [folder, key, hba, password]) await chown(one, unprivileged, unprivileged);
  }
  await program(join(binaries, 'initdb'), [
    ...['-D', join(folder, 'data'), '-U', superuser, '-A', 'scram-sha-256', '--pwfile', password],
    ...['-E', 'UTF8', '--no-sync', '--locale=C', '--no-instructions'],
  ]);
}

// The port is open before the server takes anyone in ("the database system is starting up"), so what
// counts is its own word. The locale is C: it is said in English.
const ready = (server: ChildProcess, keep: (text: string) => Promise<void>): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      void keep(text);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });

const program = (file: string, options: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(file, options, identity, (error) => (error === null ? resolve() : reject(error)));
  });
