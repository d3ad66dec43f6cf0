import { problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../error.ts';

/** A change of one source file: what to find, and what to put in its place. */
export interface Amendment {
  readonly path: string;
  readonly find: RegExp;
  /** As in `String.replace`: `$1` is the first group. */
  readonly replace: string;
}

/** Applies every amendment, or throws a {@link GeneratorError} that names those that found nothing. */
export function amend(tree: Tree, amendments: readonly Amendment[]): void {
  const lost = amendments.filter(({ path, find }) => !find.test(tree.read(path, 'utf8') ?? ''));
  if (lost.length > 0) {
    throw new GeneratorError(
      lost.map(({ path, find }) =>
        problem({
          code: 'SOURCE_CHANGED',
          at: path,
          value: String(find),
          reason: 'the place for the new entry was not found',
          remedy: 'add the entry by hand, as CONTRIBUTING.md shows',
        }),
      ),
    );
  }
  for (const { path, find, replace } of amendments) {
    tree.write(path, (tree.read(path, 'utf8') ?? '').replace(find, replace));
  }
}
