import { counted, shorten } from '@bizflow/kernel';
import { leafOf } from '../at.ts';
import { isForbidden } from '../policy.ts';

import { behind, hasOneCause, isAllOfRenderer } from './behind.ts';
import { foldedFacts } from './facts.ts';
import type { FoldedField } from './fields.ts';
import type { Folded } from './fold.ts';
import type { Report } from './report.ts';

/** The longest value that is printed whole, in characters; `--json` has all of it. */
const longest = 120;

/** How many lines of a section are printed. */
const most = { facts: 20, code: 20, effects: 30, fields: 40 };

/** A report for a terminal: the verdict, then places, then effects by kind, then fields. */
export const textOf = (report: Report): readonly string[] => [
  `plan: against ${report.base}`,
  ...report.verdict.map((line) => `  ${line}`),
  ...report.notes.map((note) => `  note: ${note}`),
  ...section('causes', causeLines(report)),
  ...section(
    'by place',
    report.byPlace.map(({ place, kinds }) => {
      const numbers = Object.entries(kinds).map(([kind, number]) => `${kind} ${number}`);
      return `${place}: ${numbers.join(', ')}`;
    }),
  ),
  ...report.byKind.flatMap(({ kind, effects }) =>
    section(
      kind,
      upTo(
        most.effects,
        effects.flatMap((one) => effectLines(one, hasOneCause(report))),
      ),
    ),
  ),
  ...section('fields', upTo(most.fields, report.fields.map(fieldLine(report)))),
  ...section('pages', report.pages),
];

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

const causeLines = (report: Report): readonly string[] => [
  ...(isAllOfRenderer(report) ? ['no fact is behind it: the renderer changed'] : []),
  ...causesOf(report),
];

const causesOf = ({ differs, causes: { facts, code } }: Report): readonly string[] => [
  ...upTo(most.facts, foldedFacts(facts)),
  ...(differs
    ? upTo(
        most.code,
        code.map((path) => `code: ${path}`),
      )
    : []),
];

/** The first lines, and how many more there are. */
const upTo = (number: number, lines: readonly string[]): readonly string[] =>
  lines.length <= number
    ? lines
    : [...lines.slice(0, number), `and ${lines.length - number} more; --json has all`];

const effectLines = (effect: Folded, isPlain: boolean): readonly string[] => [
  `${isForbidden(effect) ? 'FORBIDDEN ' : ''}${effect.to} ${effect.does}${inPlaces(effect)}`,
  ...(effect.before === undefined && effect.after === undefined ? [] : [`    ${valuesOf(effect)}`]),
  ...(isPlain || effect.causes === undefined ? [] : [`    ${behind(effect.causes)}`]),
];

/** `setWeight: 5 -> 6`. */
const valuesOf = ({ at, before, after }: Folded): string => {
  const field = leafOf(at);
  const name = field === '' ? '' : `${field}: `;
  return `${name}${short(before ?? 'none')} -> ${short(after ?? 'none')}`;
};

const inPlaces = ({ places, count: number }: Folded): string => {
  const where = places.length > 3 ? `${places.length} places` : places.join(', ');
  return ` in ${where}${number > places.length ? ` (${number} in all)` : ''}`;
};

/** `111 objects in 4 places: label bizflow.io/compliance = GDPR -> UK-GDPR`. */
const fieldLine =
  (report: Report) =>
  ({ field, before, after, of, places, count: number, isOfRenderer }: FoldedField): string => {
    const [only] = of;
    const who =
      of.length === 1 && only !== undefined
        ? `${only} in ${places.length === 1 ? places[0] : counted(places.length, 'place')}`
        : `${counted(number, 'object')} in ${counted(places.length, 'place')}`;
    const by = isOfRenderer && !hasOneCause(report) ? ' (renderer changed)' : '';
    return `${who}: ${field} = ${short(before)} -> ${short(after)}${by}`;
  };

const short = (text: string): string => shorten(text.replaceAll('\n', '⏎'), longest);
