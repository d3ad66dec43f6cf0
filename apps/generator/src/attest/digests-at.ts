import { hash } from 'node:crypto';
import { bytesOf, entriesAt } from '../change/git.ts';
import type { Digests } from './statement.ts';

/** SHA-256 of a commit's files below some folders. What is not a file, such as a link, has no digest of any file. */
export function digestsAt(root: string, commit: string, folders: readonly string[]): Digests {
  const entries = entriesAt(root, commit, folders);
  const files = entries.filter(({ isFile }) => isFile);
  const bytes = bytesOf(root, [...new Set(files.map(({ id }) => id))]);
  return new Map(
    entries.map(({ path, id, isFile }) => [
      path,
      isFile ? hash('sha256', bytes.get(id) ?? '', 'hex') : 'no file',
    ]),
  );
}
