import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bundle/bundle-files.ts';
import { type ReadSource, writtenAt } from './written-at.ts';

/** `FILE:LINE` of a part of a constant; the file of the constant where its sources do not say. */
export function sourceOf(
  file: string,
  constant: string,
  steps: readonly string[],
  read: ReadSource = fromDisk,
): string {
  const found = writtenAt(read, file, constant, steps);
  return found === undefined ? file : `${found.file}:${found.line}`;
}

const fromDisk: ReadSource = (file) => {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return null;
  }
};
