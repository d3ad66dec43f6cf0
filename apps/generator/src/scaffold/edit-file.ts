import type { Tree } from '@nx/devkit';
import { refusal } from '../error.ts';

/**
 * Changes a source. Throws a {@link GeneratorError} with the file where a person has written otherwise what the change
 * looks for.
 */
export function editFile(
  tree: Pick<Tree, 'read' | 'write'>,
  path: string,
  change: (text: string) => string,
): void {
  const text = tree.read(path, 'utf8') ?? '';
  const changed = changedOrRefused(path, () => change(text));
  if (changed !== text) tree.write(path, changed);
}

const changedOrRefused = (path: string, change: () => string): string => {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refusal({
      code: 'SOURCE_CHANGED',
      at: path,
      value: error.message,
      reason: 'is what the command looks for in this file, to change it',
      remedy: 'write it in this file as a literal of its own, as the commands do',
    });
  }
};
