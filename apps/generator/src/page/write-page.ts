import { relative, resolve } from 'node:path';
import { GeneratorError, refusal } from '../error.ts';
import { originOf, withHeader } from '../header.ts';
import { keptFile } from '../kept-file.ts';
import type { Folder } from '../reconcile.ts';

/** Writes a page under a header, and returns its size in bytes. A file that no command of ours wrote is kept. */
export function writePage(tree: Folder, named: string, text: string): number {
  const path = placeIn(tree, named);
  const page = withHeader(path, text);
  const there = tree.read(path, 'utf8');
  const origin = there === null ? 'rendered' : originOf(path, there);
  if (origin !== 'rendered') throw new GeneratorError([keptFile[origin](path)]);
  tree.write(path, page);
  return Buffer.byteLength(page);
}

/** The path from the root of the repository, where Nx writes. */
const placeIn = ({ root }: Folder, named: string): string => {
  const path = relative(root, resolve(root, named));
  const reason = !path.endsWith('.html')
    ? 'is not a file of HTML: a browser goes by the end of its name'
    : path.startsWith('..')
      ? 'is outside the repository'
      : undefined;
  if (reason === undefined) return path;
  throw refusal({
    code: 'PAGE_PATH',
    at: '--html',
    value: named,
    reason,
    remedy: 'give the path of a file in the repository that ends in .html',
  });
};
