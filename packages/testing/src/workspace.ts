import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { repository } from './repository.ts';
import { type Terminal, terminal } from './terminal.ts';

const left = new Set(['node_modules', 'dist', '.git', '.nx', '.cache']);

/** A copy of this repository in which a test may break things and run the real commands. */
export interface Workspace {
  readonly root: string;
  /** Runs `nx` there, as `npx nx` would, and returns its exit code and all it printed. */
  nx(args: readonly string[], options?: NxOptions): Outcome;
  /** Starts `nx` there, so that several may run at once. */
  start(args: readonly string[]): Promise<Outcome>;
  /** Starts `nx` there in a terminal, as a person does. */
  terminal(args: readonly string[]): Terminal;
  /** Writes a file, with the folders it needs. */
  restoreFile(path: string, text: string): void;
  dispose(): void;
}

interface Outcome {
  readonly code: number;
  readonly out: string;
}

interface NxOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Extra Node options, such as a module to load first. */
  readonly node?: string;
  /** An unprivileged user to run as; only root may set it. */
  readonly uid?: number;
}

/** Copies the sources and links the installed packages; this repository's own are linked to the copy. */
export function workspaceCopy(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'bizflow-'));
  // Some tests run as another user, who must be able to read the folder.
  chmodSync(root, 0o755);
  cpSync(repository, root, { recursive: true, filter: (path) => !left.has(basename(path)) });
  linkPackages(root);
  return {
    root,
    nx: (args, options = {}) => outcome(run(root, args, options)),
    start: (args) => started(root, args),
    terminal: (args) =>
      terminal(process.execPath, [nx, ...args], {
        cwd: root,
        env: environment({ env: { CI: '' } }),
      }),
    restoreFile: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

function linkPackages(root: string): void {
  const installed = join(repository, 'node_modules');
  const own = join(root, 'node_modules/@bizflow');
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(installed)) {
    if (name !== '@bizflow' && !left.has(name))
      symlinkSync(join(installed, name), join(root, 'node_modules', name));
  }
  for (const folder of ['packages', 'apps']) {
    for (const name of readdirSync(join(root, folder))) {
      symlinkSync(join(root, folder, name), join(own, name));
    }
  }
}

const nx = join(repository, 'node_modules/nx/dist/bin/nx.js');

const environment = ({ env, node }: NxOptions) => ({
  ...inherited(),
  CI: 'true',
  NX_DAEMON: 'false',
  FORCE_COLOR: '0',
  NODE_OPTIONS: `--conditions=@bizflow/source ${node ?? ''}`,
  ...env,
});

const run = (root: string, args: readonly string[], options: NxOptions) =>
  spawnSync(process.execPath, [nx, ...args], {
    cwd: options.cwd ?? root,
    encoding: 'utf8',
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    env: environment(options),
  });

const started = (root: string, args: readonly string[]) =>
  new Promise<Outcome>((resolve) => {
    const child = spawn(process.execPath, [nx, ...args], { cwd: root, env: environment({}) });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        out += text;
      });
    }
    child.on('close', (status) => resolve({ code: status ?? 128, out }));
  });

/** This process's environment without what Nx tells a task that it runs, such as these tests. */
const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NX_')));

const outcome = ({ status, signal, stdout, stderr }: SpawnSyncReturns<string>) => ({
  code: status ?? (signal === null ? -1 : 128),
  out: stdout + stderr,
});
