import { spawnSync } from 'node:child_process';

const mostBytes = 1024 * 2 ** 20;

/** What a command of Git printed, or `undefined` when it failed. */
export function git(root: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, maxBuffer: mostBytes });
  return status === 0 ? stdout.toString('utf8') : undefined;
}

/** What a commit has at a path; a link or a submodule does not count as a file. */
export interface Entry {
  readonly path: string;
  readonly id: string;
  readonly isFile: boolean;
}

/** Everything that a commit has below some folders. */
export function entriesAt(
  root: string,
  commit: string,
  folders: readonly string[],
): readonly Entry[] {
  const listed = git(root, 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...folders) ?? '';
  return listed.split('\0').flatMap((line) => {
    const [, mode, id, path] = /^(\d+) [a-z]+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
    const isFile = mode === '100644' || mode === '100755';
    return mode === undefined ? [] : [{ path: path ?? '', id: id ?? '', isFile }];
  });
}

/** The ids of a commit's files below some folders, by path. */
export const blobsAt = (
  root: string,
  commit: string,
  folders: readonly string[],
): ReadonlyMap<string, string> =>
  new Map(
    entriesAt(root, commit, folders)
      // A link is not what was rendered.
      .filter(({ isFile }) => isFile)
      .map(({ path, id }) => [path, id]),
  );

/** The texts of some blobs by their id. */
export const textsOf = (root: string, ids: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...bytesOf(root, ids)].map(([id, bytes]) => [id, bytes.toString('utf8')]));

/** The bytes of some blobs by their id: one process of Git reads them all, and nothing is checked out. */
export function bytesOf(root: string, ids: readonly string[]): ReadonlyMap<string, Buffer> {
  if (ids.length === 0) return new Map();
  const { status, stdout, stderr } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: `${ids.join('\n')}\n`,
    maxBuffer: mostBytes,
  });
  if (status !== 0) throw new Error(`git cat-file: ${stderr}`);
  const found = new Map<string, Buffer>();
  let at = 0;
  for (const id of ids) {
    const end = stdout.indexOf(10, at);
    const bytes = Number(stdout.toString('latin1', at, end).split(' ')[2]);
    if (!Number.isSafeInteger(bytes)) throw new Error(`git has no object ${id}`);
    found.set(id, stdout.subarray(end + 1, end + 1 + bytes));
    at = end + 1 + bytes + 1;
  }
  return found;
}
