import { GeneratorError } from '../error.ts';
import { originOf, withHeader } from '../header.ts';
import { keptFile } from '../kept-file.ts';
import type { Folder } from '../reconcile.ts';

/** Writes a page under a header, and returns its size in bytes. A file that no command of ours wrote is kept. */
export function writePage(tree: Folder, path: string, text: string): number {
  const page = withHeader(path, text);
  const there = tree.read(path, 'utf8');
  const origin = there === null ? 'rendered' : originOf(path, there);
  if (origin !== 'rendered') throw new GeneratorError([keptFile[origin](path)]);
  tree.write(path, page);
  return Buffer.byteLength(page);
}
