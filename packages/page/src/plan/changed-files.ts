import type { Side } from '@bizflow/changes';
import { structuredPatch } from 'diff';

/** Two sides as texts: the older one first. */
export interface Sides {
  readonly older: Side['files'];
  readonly newer: Side['files'];
}

/** Some lines of a file that differ, with their neighbours. */
export interface Hunk {
  /** The number of its first line, on each side. */
  readonly before: number;
  readonly after: number;
  /** Each begins with a space, `-` or `+`. */
  readonly lines: readonly string[];
}

/** A rendered file that differs. */
export interface ChangedFile {
  readonly path: string;
  readonly hunks: readonly Hunk[];
  /** How many lines are left out, because the file differs in more than a page can show. */
  readonly left: number;
}

/** So many lines of a file are shown: who reads more has the file itself. */
const most = 400;

/** A header has the hash of what follows, which says nothing of its own. */
const header = /^.*Rendered by @bizflow\/generator from packages\/.*sha256:.*$/m;

/** The files in which two sides differ, by their path, with their lines. */
export const changedFiles = ({ older, newer }: Sides): readonly ChangedFile[] =>
  [...new Set([...Object.keys(older), ...Object.keys(newer)])]
    .filter((path) => older[path] !== newer[path])
    .sort()
    .map((path) => changedFile(path, older[path], newer[path]));

const changedFile = (path: string, before = '', after = ''): ChangedFile => {
  const [was, is] = [before, after].map((text) => text.replace(header, ''));
  const hunks = structuredPatch(path, path, was ?? '', is ?? '', '', '', { context: 2 }).hunks.map(
    ({ oldStart, newStart, lines }) => ({ before: oldStart, after: newStart, lines }),
  );
  const shown: Hunk[] = [];
  let room = most;
  for (const hunk of hunks) {
    if (room <= 0) break;
    shown.push({ ...hunk, lines: hunk.lines.slice(0, room) });
    room -= hunk.lines.length;
  }
  const all = hunks.reduce((sum, { lines }) => sum + lines.length, 0);
  return { path, hunks: shown, left: Math.max(0, all - most) };
};
