import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Folder } from '../src/reconcile.ts';

/** A folder on the disk itself, so that a benchmark measures the render and not Nx's start. */
export function disk(root: string): Folder {
  const made = new Set<string>();
  const at = (path: string): string => `${root}/${path}`;
  const exists = (path: string) => statSync(at(path), { throwIfNoEntry: false });
  const makeFolder = (path: string): void => {
    if (made.has(path)) return;
    mkdirSync(at(path), { recursive: true });
    made.add(path);
  };
  return {
    root,
    children: (path) => (exists(path) ? readdirSync(at(path)) : []),
    isFile: (path) => exists(path)?.isFile() ?? false,
    read: (path: string) => readFileSync(at(path), 'utf8') as never,
    write: (path, content) => {
      makeFolder(dirname(path));
      writeFileSync(at(path), content);
    },
    delete: (path) => rmSync(at(path)),
  };
}
