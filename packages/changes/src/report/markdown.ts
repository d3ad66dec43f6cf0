import { counted } from '@bizflow/kernel';
import { leafOf } from '../at.ts';
import { isForbidden } from '../policy.ts';

import { behind, hasOneCause, isAllOfRenderer } from './behind.ts';
import { code } from './code-span.ts';
import { foldedFacts } from './facts.ts';
import type { FoldedField } from './fields.ts';
import type { Folded } from './fold.ts';
import type { Report } from './report.ts';

/** What GitHub takes as the body of a comment, in characters (its API refuses more). */
export const mostCharacters = 65_536;

/** By this line a later run finds its comment again. */
const marker = '<!-- bizflow-plan -->';

/**
 * A report as the comment of a pull request: the verdict and what is forbidden always, then details, folded, as long
 * as they fit. Whatever comes from a change is in code spans, so that no name in it is a link, a mention or HTML.
 */
export const markdownOf = (report: Report, most = mostCharacters): string => {
  const head = [
    marker,
    `### Plan against ${code(report.base)}`,
    '',
    ...report.verdict.map((line) => `- ${code(line)}`),
    ...(report.notes.length === 0 ? [] : ['', ...report.notes.map((note) => `> ${code(note)}  `)]),
    '',
  ].join('\n');
  return fitting(head, detailsOf(report), most);
};

interface Details {
  readonly title: string;
  readonly lines: readonly string[];
}

const detailsOf = (report: Report): readonly Details[] => {
  const { byKind, byPlace, fields, pages, causes, differs } = report;
  const isPlain = hasOneCause(report);
  return [
    ...byKind.map(({ kind, effects }) => ({
      title: kind,
      lines: effects.map(effectLine(isPlain)),
    })),
    {
      title: 'causes',
      lines: [
        ...(isAllOfRenderer(report) ? [code('no fact is behind it: the renderer changed')] : []),
        ...foldedFacts(causes.facts).map(code),
        ...(differs ? causes.code.map((path) => code(`code: ${path}`)) : []),
      ],
    },
    {
      title: 'by place',
      lines: byPlace.map(({ place, kinds }) => {
        const numbers = Object.entries(kinds).map(([kind, number]) => `${kind} ${number}`);
        return `${code(place)}: ${numbers.join(', ')}`;
      }),
    },
    { title: 'fields', lines: fields.map(fieldLine) },
    { title: 'pages', lines: pages.map(code) },
  ].filter(({ lines }) => lines.length > 0);
};

const effectLine =
  (isPlain: boolean) =>
  (effect: Folded): string => {
    const { to, does, at, places, before, after } = effect;
    const where = places.length > 3 ? counted(places.length, 'place') : places.map(code).join(', ');
    const leaf = leafOf(at);
    const field = leaf === '' ? '' : `${code(leaf)} `;
    const values =
      before === undefined && after === undefined
        ? ''
        : `: ${field}${code(before ?? 'none')} → ${code(after ?? 'none')}`;
    const by = effect.causes === undefined || isPlain ? '' : ` (${code(behind(effect.causes))})`;
    return `${isForbidden(effect) ? '**forbidden** ' : ''}${code(to)} ${code(does)} in ${where}${values}${by}`;
  };

const fieldLine = ({ field, before, after, of, places, count: number }: FoldedField): string => {
  const [only = ''] = of;
  const who = of.length === 1 ? code(only) : counted(number, 'object');
  const where = places.length === 1 ? code(places[0] ?? '') : counted(places.length, 'place');
  return `${who} in ${where}: ${code(field)} ${code(before)} → ${code(after)}`;
};

const ending = (left: number): string =>
  left === 0
    ? ''
    : `\n_${counted(left, 'line')} did not fit into a comment; the artifact of the run has all._\n`;

/** Adds sections while there is room; each is cut where it must be, and says so. */
const fitting = (head: string, sections: readonly Details[], most: number): string => {
  let text = head;
  let left = 0;
  // Room for the frame of a section and for the last line.
  const reserve = 400;
  for (const { title, lines } of sections) {
    const taken: string[] = [];
    let room = most - text.length - reserve;
    for (const line of lines) {
      room -= line.length + 3;
      if (room < 0) break;
      taken.push(`- ${line}`);
    }
    left += lines.length - taken.length;
    if (taken.length === 0) continue;
    const summary = `<summary>${title} (${lines.length})</summary>`;
    text += ['<details>', summary, '', ...taken, '', '</details>', '', ''].join('\n');
  }
  return `${text}${ending(left)}`;
};
