import { clientsFolder } from '@bizflow/clients';
import type { Problem } from '@bizflow/kernel';
import { environmentsFolder } from '@bizflow/terraform-roots';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from './error.ts';
import { originOf } from './header.ts';
import { keptFile } from './kept-file.ts';
import type { RenderedFile } from './trees/rendered-tree.ts';
import { diskProblems, isLink } from './writable.ts';

/** The part of Nx's Tree that a reconciliation uses. */
export type Folder = Pick<Tree, 'root' | 'children' | 'isFile' | 'read' | 'write' | 'delete'>;

/** What a reconciliation did, or would do: paths, and the number of files that were already correct. */
export interface Outcome {
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** How a folder differs from the plan, and which paths a render must not change, each path once. */
export interface Survey extends Outcome {
  readonly problems: readonly Problem[];
}

/** Compares folders with the files that they must contain, byte for byte; changes nothing. */
export function survey(tree: Folder, folders: readonly string[], files: readonly RenderedFile[]) {
  const wanted = new Map(files.map(({ path, text }) => [path, text]));
  const found = new Set<string>();
  const stale: string[] = [];
  const removed: string[] = [];
  const unowned: Problem[] = [];

  const { files: present, folders: standing, links } = entriesIn(tree, folders);
  for (const path of present) {
    const content = tree.read(path, 'utf8') ?? '';
    const text = wanted.get(path);
    found.add(path);
    if (content === text) continue;
    const origin = originOf(path, content);
    if (/^<{7} /m.test(content)) unowned.push(keptFile.conflicted(path));
    else if (origin === 'unmanaged' && text !== undefined) unowned.push(keptFile.headless(path));
    else if (origin !== 'rendered') unowned.push(keptFile[origin](path));
    else if (text === undefined) removed.push(path);
    else stale.push(path);
  }
  const missing = [...wanted.keys()].filter((path) => !found.has(path));
  unowned.push(...missing.filter((path) => standing.has(path)).map(keptFile.folder));
  const touched = [...missing, ...stale, ...removed];
  const problems = diskProblems(tree.root, [...wanted.keys(), ...links], touched, unowned);
  const unchanged = wanted.size - missing.length - stale.length;
  return { missing, stale, removed, unchanged, problems } satisfies Survey;
}

/**
 * Makes the folders contain exactly the files: with {@link apply}, the only function that changes rendered
 * files. While there is an unmanaged or edited file, it throws a {@link GeneratorError} and changes nothing.
 */
export function reconcile(
  tree: Folder,
  folders: readonly string[],
  files: readonly RenderedFile[],
): Outcome {
  const found = survey(tree, folders, files);
  if (found.problems.length > 0) throw new GeneratorError(found.problems);
  apply(tree, found, files);
  return found;
}

/** Applies the changes of a survey without problems. */
export function apply(tree: Folder, found: Outcome, files: readonly RenderedFile[]): void {
  const changed = new Set([...found.missing, ...found.stale]);
  for (const path of found.removed) tree.delete(path);
  for (const { path, text } of files) if (changed.has(path)) tree.write(path, text);
}

/** The content of the folders: files in order, folders, and links to folders, which are not followed. */
function entriesIn(tree: Folder, roots: readonly string[]) {
  const files: string[] = [];
  const folders = new Set<string>();
  const links: string[] = [];
  const visit = (path: string): void => {
    if (tree.isFile(path)) files.push(path);
    // A link to a folder may point to its own parent.
    else if (isLink(tree.root, path)) links.push(path);
    else {
      folders.add(path);
      const names = tree.children(path).filter((name) => !isLeft(path, name));
      for (const name of names.toSorted()) visit(`${path}/${name}`);
    }
  };
  roots.forEach(visit);
  return { files, folders, links };
}

const terraforms = ['.terraform', '.terraform.lock.hcl'];

/** What tools leave where they run; git ignores it, and it is not a file that a person forgot. */
const leftByTools: Readonly<Record<string, readonly string[]>> = {
  [environmentsFolder]: terraforms,
  [clientsFolder]: [
    ...terraforms,
    ...['__pycache__', '.mypy_cache', '.pytest_cache', '.ruff_cache', 'dist'],
  ],
};

const isLeft = (folder: string, name: string): boolean =>
  Object.entries(leftByTools).some(
    ([below, names]) => `${folder}/`.startsWith(`${below}/`) && names.includes(name),
  );
