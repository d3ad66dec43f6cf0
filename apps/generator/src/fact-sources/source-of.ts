import { type ReadSource, writtenAt } from './written-at.ts';

/** Gives `FILE:LINE` of a part of a constant; the file of the constant where its sources do not say. */
export const sourceOf =
  (read: ReadSource) =>
  (file: string, constant: string, steps: readonly string[]): string => {
    const found = writtenAt(read, file, constant, steps);
    return found === undefined ? file : `${found.file}:${found.line}`;
  };

/** Gives the sources of a tree, as far as it can read them. */
export const sourcesIn =
  (tree: { read(path: string, encoding: 'utf8'): string | null }): ReadSource =>
  (file) => {
    try {
      return tree.read(file, 'utf8');
    } catch {
      return null;
    }
  };
