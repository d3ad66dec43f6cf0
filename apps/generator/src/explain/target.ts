import { join } from 'node:path/posix';
import { type Problem, problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { distance } from 'fastest-levenshtein';
import { GeneratorError } from '../error.ts';
import { originOf } from '../header.ts';
import { keptFile } from '../kept-file.ts';
import { type FactIndex, textDigest } from './index-file.ts';
import { type Lines, linesOf, type Spot } from './lines.ts';

/** A spot in a rendered file. */
export interface Target {
  readonly file: string;
  readonly text: string;
  readonly lines: Lines;
  readonly spot: Spot;
}

/** What is read of a tree. */
export type Folder = Pick<Tree, 'read' | 'children'>;

/** Reads `FILE`, `FILE#/pointer` or `FILE:LINE`; throws a {@link GeneratorError} where nothing rendered is there. */
export function targetOf(tree: Folder, given: string): Target {
  const [, file = '', pointer, line] = /^(?:\.\/)?(.*?)(?:#(.*)|:(\d+))?$/s.exec(given) ?? [];
  const text = tree.read(file, 'utf8');
  if (text === null) throw refused(noFile(tree, file));
  const origin = originOf(file, text);
  if (origin === 'unmanaged') throw refused(notRendered(file));
  if (origin === 'edited') throw refused(keptFile.edited(file));
  const lines = linesOf(file, text);
  if (line !== undefined) {
    const spot = lines.at(Number(line));
    if (spot === undefined) throw refused(noLine(file, line, text));
    return { file, text, lines, spot };
  }
  const at = (pointer ?? '').replace(/^\/$/, '');
  if (!lines.pointers.includes(at)) throw refused(noPointer(file, at, lines.pointers));
  return { file, text, lines, spot: { pointer: at, line: 0 } };
}

/** Throws a {@link GeneratorError} where the facts do not render the file, or render it otherwise. */
export function mustBeCurrent({ files }: FactIndex, { file, text }: Target): void {
  const known = files.find(([path]) => path === file);
  if (known === undefined) throw refused(notRendered(file));
  if (textDigest(text) !== known[1]) throw refused(stale(file));
}

const refused = (one: Problem): GeneratorError => new GeneratorError([one]);

/** The nearest of some names, for a person who has mistyped one. */
export const nearest = (name: string, names: Iterable<string>): string =>
  [...names]
    .map((other) => [other, distance(name, other)] as const)
    .reduce((best, one) => (one[1] < best[1] ? one : best), ['', Number.POSITIVE_INFINITY])[0];

const noFile = (tree: Folder, file: string): Problem =>
  problem({
    code: 'FILE_NOT_RENDERED',
    at: file,
    value: isFolder(tree, file) ? 'a folder' : 'no such file',
    reason: 'no fact decides it: only rendered files are explained',
    remedy: isFolder(tree, file)
      ? `name a file in it, such as ${join(file, tree.children(file)[0] ?? '')}`
      : isGone(tree, file)
        ? 'run npm run render, which writes its folder, then ask again'
        : `did you mean ${nearestPath(tree, file)}?`,
  });

/** Whether the whole of a rendered folder is missing, so that nothing there is near what was meant. */
const isGone = (tree: Folder, file: string): boolean =>
  renderedBelow.some(
    (folder) => file.startsWith(folder) && !isFolder(tree, folder.replace(/\/$/, '')),
  );

const isFolder = (tree: Folder, path: string): boolean => tree.children(path).length > 0;

/** The path of which each step that is not there is the nearest of those that are. */
const nearestPath = (tree: Folder, file: string): string =>
  file.split('/').reduce((folder, step) => {
    const names = tree.children(folder);
    const name = names.includes(step) || names.length === 0 ? step : nearest(step, names);
    return names.length === 0 ? folder : join(folder, name);
  }, '');

const notRendered = (file: string): Problem =>
  problem({
    code: 'FILE_NOT_RENDERED',
    at: file,
    value: 'a file that no render writes',
    reason: 'no fact decides it: only rendered files are explained',
    remedy: `name a file below ${renderedBelow.slice(0, -1).join(', ')} or ${renderedBelow.at(-1)}`,
  });

const renderedBelow = [
  'gitops/',
  'install/',
  'terraform/environments/',
  'facts/',
  'docs/runbooks/',
];

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
