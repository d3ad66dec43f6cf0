import type { Fleet } from '@bizflow/config';
import { countryCodes, lawsOf, placedAmong, regulations } from '@bizflow/region-catalog';
import { type Team, teams } from '../answer.ts';
import type { AnsweredLaw } from '../answered.ts';
import { inWords } from '../record/in-words.ts';
import type { LawRecord } from '../record/law-record.ts';
import { count } from './law-page.ts';
import { list, section, table } from './markdown.ts';

/** A law with its duties answered and its record. */
export interface LawEvidence {
  readonly law: AnsweredLaw;
  readonly record: LawRecord;
}

/** The first page: one row for each law, then what each team has to answer. */
export const overview = (laws: readonly LawEvidence[], catalog: Fleet['catalog']): string =>
  [
    '# Evidence',
    '',
    'What the platform of BizFlow shows of its duties under data-protection laws. A duty is **shown** when proofs over everything',
    'that is rendered cover it, **shown in part** when something is left that no proof can see, and **open** when no proof covers it',
    'or one fails. An open duty may be met all the same, by people, contracts or the application: it is only not shown here.',
    '',
    ...table(
      ['Law', 'Whose data', 'Shown', 'In part', 'Open', 'Confirmed by a lawyer'],
      laws.map(({ law: { sheet, duties }, record }) => [
        `[${regulations[sheet.law].title}](${sheet.law.toLowerCase()}/README.md)`,
        inWords(record.people, 3),
        ...(['proved', 'part', 'open'] as const).map((state) => String(count(duties, state))),
        sheet.confirmed === null ? 'no' : sheet.confirmed.on,
      ]),
    ),
    ...otherCountries(laws, catalog),
    ...section(
      '## What is open, by who answers for it',
      teams.flatMap((team) => openOf(team, laws)),
    ),
    'Why it is so: [docs/decisions/0082](../decisions/0082-evidence-is-written-from-proofs.md).',
    '',
  ].join('\n');

/** Tenants of any country are placed, and the flow graph has the people alone whom a region says that it serves. */
const otherCountries = (
  laws: readonly LawEvidence[],
  catalog: Fleet['catalog'],
): readonly string[] => {
  const read = new Set(laws.flatMap(({ record }) => record.people));
  const others = countryCodes.filter((country) => !read.has(country));
  const known = others.filter((country) => lawsOf(country).length > 0);
  const placed = Map.groupBy(
    others,
    (country) => placedAmong(Object.values(catalog), country)?.region ?? 'no region',
  );
  const places = [...placed].map(([region, all]) => `${all.length} in ${region}`);
  return [
    `People of ${others.length} other countries are placed, too, if a tenant has them: ${places.join(', ')}. No record below counts them.`,
    '',
    ...list([
      '**Open** (data-protection): in which of these countries BizFlow has tenants, and what their laws ask: no sheet says it.',
      ...(known.length === 0
        ? []
        : [
            `**Open** (data-protection): ${inWords(known)}: a law below protects these people, and no region says that it serves them.`,
          ]),
    ]),
  ];
};

const openOf = (team: Team, laws: readonly LawEvidence[]): readonly string[] => {
  const points = laws.flatMap(({ law: { sheet, duties } }) =>
    duties.flatMap(({ open, owner, article }) =>
      open !== null && owner === team ? [{ open, where: `${sheet.law} ${article}` }] : [],
    ),
  );
  const groups = Map.groupBy(points, ({ open }) => open);
  const items = [...groups].map(
    ([open, all]) => `${open} (${all.map(({ where }) => where).join('; ')})`,
  );
  return section(`### ${team}`, list(items));
};
