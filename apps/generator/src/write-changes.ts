import {
  chmodSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { styleText } from 'node:util';
import { type Problem, problem } from '@bizflow/kernel';
import type { FileChange, Tree } from '@nx/devkit';
import { GeneratorError } from './error.ts';
import type { Run } from './given.ts';

/**
 * A command that writes files. Each file is whole or absent after a killed process, and as before on a full
 * disk: Nx itself empties a file before it fills it.
 */
export const writing =
  <Options, Result>(run: Run<Options, Result>): Run<Options, Result> =>
  async (tree, options) => {
    const result = await run(tree, options);
    // Nx sets it, and prints the changes of a dry run.
    if (process.env.NX_DRY_RUN !== 'true') writeChanges(tree);
    return result;
  };

/**
 * Writes the changes of a tree, so that Nx finds nothing left to write. All contents are on the disk before
 * the first file is replaced. Throws a {@link GeneratorError} when the disk refuses.
 */
function writeChanges(tree: Tree): void {
  const changes = tree.listChanges();
  // In the workspace, because a rename works within one file system only; git ignores the folder.
  const drafts = draftsIn(join(tree.root, '.cache/drafts'));
  const each = (consequence: string, act: (draft: string, file: string, to: FileChange) => void) =>
    changes.forEach((change, index) => {
      try {
        act(join(drafts, String(index)), join(tree.root, change.path), change);
      } catch (error) {
        throw new GeneratorError([refused(change.path, error)], consequence);
      }
    });
  try {
    each('; nothing was written', prepare);
    each('; a part is written, and the next render completes it', settle);
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
  for (const { path, type, content } of changes) {
    if (content) tree.write(path, content);
    if (!process.argv.includes('--quiet')) console.log(`${styleText(colors[type], type)} ${path}`);
  }
}

/** The folder of this process's drafts; what killed processes left beside it goes. */
function draftsIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!isAlive(Number(name))) rmSync(join(folder, name), { recursive: true, force: true });
  }
  return join(folder, String(process.pid));
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const colors = { CREATE: 'green', UPDATE: 'white', DELETE: 'yellow' } as const;

/** Writes the new content to a draft, with the permissions of the file that it will replace. */
function prepare(draft: string, file: string, { content, options }: FileChange): void {
  if (content === null) return;
  mkdirSync(dirname(draft), { recursive: true });
  writeFileSync(draft, content);
  const mode = options?.mode ?? statSync(file, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined) chmodSync(draft, mode);
}

function settle(draft: string, file: string, { type }: FileChange): void {
  if (type === 'DELETE') {
    if (statSync(file).isDirectory()) rmdirSync(file);
    else rmSync(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  renameSync(draft, file);
}

function refused(path: string, error: unknown): Problem {
  const { code = 'error', message } = error as NodeJS.ErrnoException;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return problem({
    code: isFull ? 'DISK_FULL' : 'FILE_UNWRITTEN',
    at: path,
    value: code,
    reason: isFull ? 'does not fit on the disk' : `cannot be written: ${message}`,
    remedy: isFull
      ? 'free space on the disk of the workspace, then run the command again'
      : 'correct what the message names, then run the command again',
  });
}
