import { accessSync, constants, lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problem } from '@bizflow/kernel';

/**
 * Everything that prevents a render from writing, found before the first byte is written: kept files,
 * symbolic links, and paths without write permission. Each
 * path once, and nothing below a link.
 */
export function diskProblems(
  root: string,
  planned: readonly string[],
  touched: readonly string[],
  unowned: readonly Problem[],
): readonly Problem[] {
  const standing = standingIn(root, [...planned, ...touched, ...unowned.map(({ at }) => at)]);
  const leadsAway = (path: string): boolean => standing.get(path)?.isSymbolicLink() ?? false;
  const changed = [...withFolders(touched)].filter(
    (path) => standing.get(path) && !leadsAway(path),
  );
  const found = [
    ...[...standing.keys()].filter(leadsAway).map(link),
    ...unowned.filter(({ at }) => ![...withFolders([at])].some(leadsAway)),
    ...changed.filter((path) => !isWritable(join(root, path))).map(readOnly),
  ];
  return [...Map.groupBy(found, ({ at }) => at).values()].flatMap((same) => same.slice(0, 1));
}

/** The file status of the paths and their parents. Paths below a missing folder or a link are skipped. */
function standingIn(
  root: string,
  paths: readonly string[],
): ReadonlyMap<string, Stats | undefined> {
  const standing = new Map<string, Stats | undefined>();
  const look = (path: string): Stats | undefined => {
    if (standing.has(path)) return standing.get(path);
    const folder = folderOf(path);
    const isThere = folder === '' || look(folder)?.isDirectory();
    const found = isThere ? statsOf(root, path) : undefined;
    standing.set(path, found);
    return found;
  };
  paths.forEach(look);
  return standing;
}

/** Whether the path itself is a symbolic link. */
export const isLink = (root: string, path: string): boolean =>
  statsOf(root, path)?.isSymbolicLink() ?? false;

const statsOf = (root: string, path: string): Stats | undefined =>
  lstatSync(join(root, path), { throwIfNoEntry: false });

/** The paths and every folder above them. */
function withFolders(paths: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const path of paths) {
    for (let place = path; place !== '' && !all.has(place); place = folderOf(place)) all.add(place);
  }
  return all;
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

const link = (path: string): Problem =>
  problem({
    code: 'PATH_IS_LINK',
    at: path,
    value: 'symbolic link',
    reason: 'is a symbolic link; a render does not write through links',
    remedy: `delete the link: rm ${path}`,
  });

const readOnly = (path: string): Problem =>
  problem({
    code: 'PATH_READ_ONLY',
    at: path,
    value: 'read-only',
    reason: 'is not writable',
    remedy: `chmod u+w ${path}`,
  });
