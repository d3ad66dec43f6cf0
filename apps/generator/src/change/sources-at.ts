import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsFacts } from '../fact-sources/facts-in.ts';
import { edited } from '../fact-sources/rewrite.ts';
import { changedSources } from './changed-sources.ts';
import { decides, isCode, isLock } from './kinds-of-source.ts';
import { constantPutBacks, type Piece } from './put-backs.ts';

/** The sources of a program that renders some facts. */
export interface Sources {
  readonly textOf: (path: string) => string;
  /** Texts that are taken instead of those of the work tree. */
  readonly instead: Readonly<Record<string, string>>;
  /** Whether other code than that of the work tree renders what the commit has. */
  readonly isOfOtherCode: boolean;
}

/** The sources of the work tree, as they are. */
export const workTreeSources = (root: string): Sources => ({
  textOf: (path) => readFileSync(join(root, path), 'utf8'),
  instead: {},
  isOfOtherCode: false,
});

/**
 * The sources of the work tree with the facts of a commit in them. Values alone are taken from the commit, so that none
 * of its code runs. Whether they render what the commit has is to be seen by comparing the two.
 */
export function sourcesAt(root: string, commit: string): Sources {
  const own = workTreeSources(root);
  const changes = changedSources(root, commit, undefined, (path) => decides.test(path));
  const instead = Object.fromEntries(
    changes.flatMap(({ path, before, after }): readonly (readonly [string, string])[] => {
      if (before === undefined || after === undefined) return [];
      if (isLock.test(path)) return [[path, before]];
      if (!holdsFacts.test(path)) return [];
      const pieces = constantPutBacks(path, before, after).flatMap((one) => one.pieces ?? []);
      return [[path, withValues(after, pieces)]];
    }),
  );
  return {
    textOf: (path) => instead[path] ?? own.textOf(path),
    instead,
    isOfOtherCode: changes.some(isCode),
  };
}

/** A source with other values written into it. */
const withValues = (source: string, pieces: readonly Piece[]): string =>
  edited(
    source,
    pieces
      .flatMap((piece) => ('start' in piece ? [piece] : []))
      .map(({ start, end, value }) => ({ start, end, text: literal(value) })),
  );

const literal = (value: unknown): string =>
  value === undefined ? '(undefined)' : `(${JSON.stringify(value)})`;
