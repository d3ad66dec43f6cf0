import { child, isObject, shorten, valueAt } from '@bizflow/kernel';
import { parse } from 'yaml';
import type { EvidenceLine, LostLine, Texts } from './line.ts';
import type { Shown } from './shown.ts';

/** Lines that were found, and places at which nothing is. */
export interface FoundLines {
  readonly lines: readonly EvidenceLine[];
  readonly lost: readonly LostLine[];
}

/** What was found in several places. */
export const together = (all: readonly FoundLines[]): FoundLines => ({
  lines: all.flatMap(({ lines }) => lines),
  lost: all.flatMap(({ lost }) => lost),
});

type InFile = Extract<Shown, { readonly file: string }>;

const longest = 160;
const spaces = / +/g;

/** Looks for a place in a file of each region, or in its one file. */
export function linesIn(shown: InFile, regions: readonly string[], texts: Texts): FoundLines {
  return shown.file.includes('{region}')
    ? together(regions.map((region) => inFile(shown, region, texts)))
    : inFile(shown, null, texts);
}

function inFile(shown: InFile, region: string | null, texts: Texts): FoundLines {
  const file = shown.file.replace('{region}', region ?? '');
  const text = texts[file];
  const place = 'at' in shown ? `#${shown.at}` : ` ${shown.line}`;
  const found =
    text === undefined
      ? []
      : 'at' in shown
        ? pointed(text, file, shown.at)
        : numbered(text, shown.line);
  return found.length === 0
    ? { lines: [], lost: [{ file, place }] }
    : { lines: found.map((one) => ({ says: shown.says, region, file, ...one })), lost: [] };
}

type Found = Pick<EvidenceLine, 'place' | 'value'>;

const numbered = (text: string, line: string): readonly Found[] =>
  text
    .split('\n')
    .flatMap((one, index) =>
      one.trim().replace(spaces, ' ') === line ? [{ place: `:${index + 1}`, value: line }] : [],
    );

function pointed(text: string, file: string, at: string): readonly Found[] {
  const content: unknown = file.endsWith('.json') ? JSON.parse(text) : parse(text);
  return expanded(content, at).flatMap((pointer) => {
    const value = valueAt(content, pointer);
    return value === undefined
      ? []
      : [{ place: `#${pointer}`, value: shorten(JSON.stringify(value), longest) }];
  });
}

/** A pointer with a member `*`, once for each member that is there, in order of names. */
function expanded(content: unknown, at: string): readonly string[] {
  const [before = '', ...rest] = at.split('/*');
  if (rest.length === 0) return [at];
  const members = valueAt(content, before);
  if (!isObject(members)) return [];
  return Object.keys(members)
    .toSorted()
    .flatMap((key) => expanded(content, `${child(before, key)}${rest.join('/*')}`));
}
