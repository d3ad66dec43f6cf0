import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blobsAt, git, textsOf } from './git.ts';

/** A source that differs, with its text on each side; undefined where it is not there. */
export interface Changed {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The sources that differ from a commit in another one, or in the work tree, committed or not. */
export function changedSources(
  root: string,
  commit: string,
  head: string | undefined,
  isWanted: (path: string) => boolean,
): readonly Changed[] {
  const paths = changedSince(root, commit, head).filter(isWanted);
  if (paths.length === 0) return [];
  const older = textsAt(root, commit, paths);
  const newer = head === undefined ? undefined : textsAt(root, head, paths);
  return paths.map((path) => {
    const after = newer === undefined ? textAt(join(root, path)) : newer.get(path);
    return { path, before: older.get(path), after };
  });
}

/** The paths that differ from a commit in another one, or in the work tree, committed or not. */
export const changedSince = (
  root: string,
  commit: string,
  head: string | undefined,
): readonly string[] => {
  const sides = head === undefined ? [commit] : [commit, head];
  const differing = git(root, 'diff', '--name-only', '--no-renames', '-z', ...sides) ?? '';
  const untracked =
    head === undefined ? git(root, 'ls-files', '--others', '--exclude-standard', '-z') : '';
  return [...new Set(`${differing}${untracked ?? ''}`.split('\0'))]
    .filter((path) => path !== '')
    .sort();
};

const textsAt = (
  root: string,
  commit: string,
  paths: readonly string[],
): ReadonlyMap<string, string> => {
  const blobs = blobsAt(root, commit, paths);
  const texts = textsOf(root, [...new Set(blobs.values())]);
  return new Map([...blobs].map(([path, id]) => [path, texts.get(id) ?? '']));
};

const textAt = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
