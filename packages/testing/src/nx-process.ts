import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Outcome } from './nx-host.ts';
import { repository } from './repository.ts';

/** How a process of `nx` differs from a plain one. */
export interface NxOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Extra Node options, such as a module to load first. */
  readonly node?: string;
  /** An unprivileged user to run as; only root may set it. */
  readonly uid?: number;
}

/** Nx's program, which Node runs. */
export const nx = join(repository, 'node_modules/nx/dist/bin/nx.js');

/** The variables of `nx` in a copy: those of this process, but for what Nx tells a task that it runs, such as tests. */
export const environment = ({ env, node }: NxOptions): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NX_'))),
  CI: 'true',
  NX_DAEMON: 'false',
  FORCE_COLOR: '0',
  NODE_OPTIONS: `--conditions=@bizflow/source ${node ?? ''}`,
  ...env,
});

/** Runs `nx` in a folder, and waits for it. */
export const run = (root: string, args: readonly string[], options: NxOptions): Outcome =>
  outcome(
    spawnSync(process.execPath, [nx, ...args], {
      cwd: options.cwd ?? root,
      encoding: 'utf8',
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
      env: environment(options),
    }),
  );

const outcome = ({ status, signal, stdout, stderr }: SpawnSyncReturns<string>): Outcome => ({
  code: status ?? (signal === null ? -1 : 128),
  out: stdout + stderr,
});

/** Starts `nx` in a folder. */
export const started = (root: string, args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [nx, ...args], { cwd: root, env: environment({}) });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        out += text;
      });
    }
    child.on('close', (status) => resolve({ code: status ?? 128, out }));
  });
