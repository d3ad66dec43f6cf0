import { createHash, randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository. */
export const root = join(import.meta.dirname, '../../../..');

/** The folder of bundles: git ignores it, and `npm ci` empties it. */
export const bundleFolder = join(root, 'node_modules/.cache/bizflow');

/** One digest for contents in this order, in this folder, under this Node. */
export function digestOf(contents: Iterable<Buffer>): string {
  const digest = createHash('sha256').update(`${process.version} ${root}`);
  for (const content of contents) digest.update(`\n${content.length}\n`).update(content);
  return digest.digest('hex');
}

/** Writes a file at once or not at all: another render may read it, or write it too. */
export function writeWhole(file: string, content: string | Buffer): void {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
