import { accessSync, constants, existsSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fault, type Problem } from '@bizflow/region-catalog';

/**
 * What would stop the disk from taking the touched paths, found before the first byte is written:
 * folders and files without write permission.
 */
export const readOnlyProblems = (root: string, touched: readonly string[]): readonly Problem[] =>
  places(touched).flatMap((path) => (existsSync(join(root, path)) ? readOnly(root, path) : []));

/** Symbolic links among the paths and their folders: they lead somewhere else, even to the same. */
export const linkProblems = (root: string, paths: readonly string[]): readonly Problem[] =>
  places(paths).flatMap((path) => symbolicLink(root, path));

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
  try {
    accessSync(join(root, path), constants.W_OK);
    return [];
  } catch {
    return [fault('PATH_READ_ONLY', path, 'read-only', 'may not be written', `chmod u+w ${path}`)];
  }
};
