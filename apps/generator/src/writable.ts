import { accessSync, constants, existsSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fault, type Problem } from '@bizflow/region-catalog';

/**
 * All that keeps a render from the disk, found before the first byte is written: the paths not ours,
 * symbolic links, which lead somewhere else, even to the same, and what lacks write permission. Each
 * path once, and nothing that only a link leads to.
 */
export function diskProblems(
  root: string,
  planned: readonly string[],
  touched: readonly string[],
  unowned: readonly Problem[],
): readonly Problem[] {
  const found = [...touched, ...unowned.map(({ at }) => at)];
  const links = places([...planned, ...found]).flatMap((path) => symbolicLink(root, path));
  const linked = new Set(links.map(({ at }) => at));
  const others = [...unowned, ...places(touched).flatMap((path) => readOnly(root, path))];
  const direct = others.filter(
    ({ at }) => ![at, ...ancestors(at)].some((path) => linked.has(path)),
  );
  return [...Map.groupBy([...links, ...direct], ({ at }) => at).values()].flatMap((same) =>
    same.slice(0, 1),
  );
}

const places = (paths: readonly string[]): readonly string[] => [
  ...new Set(paths.flatMap((path) => [path, ...ancestors(path)])),
];

const ancestors = (path: string): readonly string[] => {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...ancestors(folder)];
};

const symbolicLink = (root: string, path: string): readonly Problem[] =>
  lstatSync(join(root, path), { throwIfNoEntry: false })?.isSymbolicLink()
    ? [
        fault(
          'PATH_IS_LINK',
          path,
          'symbolic link',
          'leads out of the rendered folder',
          'replace the link by a folder or delete it',
        ),
      ]
    : [];

const readOnly = (root: string, path: string): readonly Problem[] => {
  if (!existsSync(join(root, path))) return [];
  try {
    accessSync(join(root, path), constants.W_OK);
    return [];
  } catch {
    return [fault('PATH_READ_ONLY', path, 'read-only', 'may not be written', `chmod u+w ${path}`)];
  }
};
