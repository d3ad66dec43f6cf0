import { relative, resolve } from 'node:path';
import type { Tree } from '@nx/devkit';
import { GeneratorError, refusal } from './error.ts';

/** The text of a request file; a {@link GeneratorError} says what is there instead. */
export function requestText(tree: Tree, path: string): string {
  // Nx's tree takes every path from its root, an absolute one too.
  const place = relative(tree.root, resolve(tree.root, path));
  const text = place === '' ? null : tree.read(place, 'utf8');
  if (text !== null) return text;
  const [code, reason] = whyNot(tree, place);
  throw refusal({
    code,
    at: path,
    value: 'no file',
    reason,
    remedy: "give the path of a file, from the repository's root or absolute",
  });
}

const whyNot = (tree: Tree, place: string): readonly [code: string, reason: string] => {
  if (place !== '' && !tree.exists(place)) return ['REQUEST_MISSING', 'does not exist'];
  if (place === '' || !tree.isFile(place)) return ['REQUEST_IS_FOLDER', 'is a folder'];
  return ['REQUEST_UNREADABLE', 'is not readable'];
};
