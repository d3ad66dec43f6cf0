import { type Problem, problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { distance } from 'fastest-levenshtein';
import { GeneratorError } from '../error.ts';
import { originOf } from '../header.ts';
import { keptFile } from '../kept-file.ts';
import { type FactIndex, textDigest } from './index-file.ts';
import { type Lines, linesOf, type Spot } from './lines.ts';

/** A spot in a rendered file that is as the facts render it. */
export interface Target {
  readonly file: string;
  readonly lines: Lines;
  readonly spot: Spot;
}

/** Reads `FILE`, `FILE#/pointer` or `FILE:LINE`; throws a {@link GeneratorError} where nothing rendered is there. */
export function targetOf(index: FactIndex, tree: Pick<Tree, 'read'>, given: string): Target {
  const [, file = '', pointer, line] = /^(?:\.\/)?(.*?)(?:#(.*)|:(\d+))?$/s.exec(given) ?? [];
  const known = index.files.find(([path]) => path === file);
  const text = tree.read(file, 'utf8');
  if (known === undefined || text === null) throw refused(unknownFile(index, file, text));
  if (originOf(file, text) === 'edited') throw refused(keptFile.edited(file));
  if (textDigest(text) !== known[1]) throw refused(stale(file));
  const lines = linesOf(file, text);
  if (line !== undefined) {
    const spot = lines.at(Number(line));
    if (spot === undefined) throw refused(noLine(file, line, text));
    return { file, lines, spot };
  }
  const at = (pointer ?? '').replace(/^\/$/, '');
  if (!lines.pointers.includes(at)) throw refused(noPointer(file, at, lines.pointers));
  return { file, lines, spot: { pointer: at, line: 0 } };
}

const refused = (one: Problem): GeneratorError => new GeneratorError([one]);

/** The nearest of some names, for a person who has mistyped one. */
export const nearest = (name: string, names: Iterable<string>): string =>
  [...names]
    .map((other) => [other, distance(name, other)] as const)
    .reduce((best, one) => (one[1] < best[1] ? one : best), ['', Number.POSITIVE_INFINITY])[0];

const unknownFile = (index: FactIndex, file: string, text: string | null): Problem =>
  problem({
    code: 'FILE_NOT_RENDERED',
    at: file,
    value: text === null ? 'no such file' : 'a file that no render writes',
    reason: 'no fact decides it: only rendered files are explained',
    remedy: `did you mean ${nearest(
      file,
      index.files.map(([path]) => path),
    )}?`,
  });

const stale = (file: string): Problem =>
  problem({
    code: 'FILE_STALE',
    at: file,
    value: 'older than the facts',
    reason: 'the facts of the working tree render it otherwise',
    remedy: 'run npm run render, then ask again',
  });

const noLine = (file: string, line: string, text: string): Problem =>
  problem({
    code: 'LINE_UNKNOWN',
    at: file,
    value: line,
    reason: `no rendered value starts at this line; the file has ${text.trimEnd().split('\n').length} lines, and its header is a digest of the others`,
    remedy: 'name a line with a key or a value, or the pointer to it',
  });

const noPointer = (file: string, pointer: string, pointers: readonly string[]): Problem =>
  problem({
    code: 'POINTER_UNKNOWN',
    at: `${file}#${pointer}`,
    value: 'nothing',
    reason: 'the file has nothing at this JSON pointer',
    remedy: `did you mean #${nearest(pointer, pointers)}?`,
  });
