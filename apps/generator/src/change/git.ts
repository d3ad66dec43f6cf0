import { spawnSync } from 'node:child_process';

const mostBytes = 1024 * 2 ** 20;

/** What a command of Git printed, or `undefined` when it failed. */
export function git(root: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: root, maxBuffer: mostBytes });
  return status === 0 ? stdout.toString('utf8') : undefined;
}

/** The ids of a commit's files below some folders, by path. */
export function blobsAt(
  root: string,
  commit: string,
  folders: readonly string[],
): ReadonlyMap<string, string> {
  const listed = git(root, 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...folders) ?? '';
  return new Map(
    listed.split('\0').flatMap((line) => {
      const [, mode, id, path] = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? [];
      // A link is not what was rendered.
      return mode === undefined || mode === '120000' ? [] : [[path ?? '', id ?? ''] as const];
    }),
  );
}

/** The texts of some blobs by their id: one process of Git reads them all, and nothing is checked out. */
export function textsOf(root: string, ids: readonly string[]): ReadonlyMap<string, string> {
  if (ids.length === 0) return new Map();
  const { status, stdout, stderr } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: `${ids.join('\n')}\n`,
    maxBuffer: mostBytes,
  });
  if (status !== 0) throw new Error(`git cat-file: ${stderr}`);
  const texts = new Map<string, string>();
  let at = 0;
  for (const id of ids) {
    const end = stdout.indexOf(10, at);
    const bytes = Number(stdout.toString('latin1', at, end).split(' ')[2]);
    if (!Number.isSafeInteger(bytes)) throw new Error(`git has no object ${id}`);
    texts.set(id, stdout.toString('utf8', end + 1, end + 1 + bytes));
    at = end + 1 + bytes + 1;
  }
  return texts;
}
