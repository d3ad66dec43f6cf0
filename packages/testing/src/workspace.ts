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
import { type NxHost, nxHost, type Outcome } from './nx-host.ts';
import { environment, type NxOptions, nx, run, started } from './nx-process.ts';
import { repository } from './repository.ts';
import { type Terminal, terminal } from './terminal.ts';

/** What a copy leaves: what is installed, built or cached, and git's own files. */
export const left: ReadonlySet<string> = new Set(['node_modules', 'dist', '.git', '.nx', '.cache']);

/** A copy of this repository in which a test may break things and run the real commands. */
export interface Workspace {
  readonly root: string;
  /** Runs `nx` there, as `npx nx` would, and returns its exit code and all it printed. */
  nx(args: readonly string[], options?: NxOptions): Outcome;
  /**
   * The same for `generate` and `sync:check`, in one process that stays for the next command: what a process of
   * its own adds (how it starts, is killed, and finds its folder) is not shown. Takes a third of the time.
   */
  hosted(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Starts `nx` there, so that several may run at once. */
  start(args: readonly string[]): Promise<Outcome>;
  /** Starts `nx` there in a terminal, as a person does, with more variables. */
  terminal(args: readonly string[], env?: Readonly<Record<string, string>>): Terminal;
  /** Writes a file, with the folders it needs. */
  restoreFile(path: string, text: string): void;
  dispose(): void;
}

/** Copies the sources and links the installed packages; this repository's own are linked to the copy. */
export const workspaceCopy = (): Workspace => copied().workspace;

/** The same, and the host that runs its commands. */
export function copied(): { readonly workspace: Workspace; readonly host: NxHost } {
  const root = mkdtempSync(join(tmpdir(), 'bizflow-'));
  // Some tests run as another user, who must be able to read the folder.
  chmodSync(root, 0o755);
  cpSync(repository, root, { recursive: true, filter: (path) => !left.has(basename(path)) });
  linkPackages(root);
  const host = nxHost(root, { ...environment({}), NO_COLOR: '1' });
  const workspace: Workspace = {
    root,
    nx: (args, options = {}) => run(root, args, options),
    hosted: (args, env = {}) => host.run({ args, env }),
    start: (args) => started(root, args),
    terminal: (args, env = {}) =>
      terminal(process.execPath, [nx, ...args], {
        cwd: root,
        env: environment({ env: { CI: '', ...env } }),
      }),
    restoreFile: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    dispose: () => {
      host.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
  return { workspace, host };
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
