import { regulations } from '@bizflow/region-catalog';
import { type Team, teams } from '../answer.ts';
import type { AnsweredLaw } from '../answered.ts';
import { ledTo } from '../people/other-people.ts';
import { inWords } from '../record/in-words.ts';
import type { LawRecord, PeopleRecord } from '../record/law-record.ts';
import { count } from './law-page.ts';
import { list, section, table } from './markdown.ts';

/** A law with its duties answered and its record. */
export interface LawEvidence {
  readonly law: AnsweredLaw;
  readonly record: LawRecord;
}

/** The first page: one row for each law, then what each team has to answer. */
export const overview = (laws: readonly LawEvidence[], others: PeopleRecord): string =>
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
    ...otherCountries(others),
    ...section(
      '## What is open, by who answers for it',
      teams.flatMap((team) => openOf(team, laws)),
    ),
    'Why it is so: [docs/decisions/0082](../decisions/0082-evidence-is-written-from-proofs.md).',
    '',
  ].join('\n');

/** Tenants of any country are placed somewhere; a record of their own counts those whose law no sheet says. */
const otherCountries = (others: PeopleRecord): readonly string[] => {
  const places = ledTo(others).map(
    ({ region, placement, people }) => `${people.length} in ${region} (${placement})`,
  );
  return [
    `People of ${others.people.length} other countries are led to a region, too: ${places.join(', ')}. [Their record](other-countries/README.md)`,
    'says where their data would go, and on which legal basis.',
    '',
    ...list([
      '**Open** (data-protection): in which of these countries BizFlow has tenants, and what their laws ask: no sheet says it.',
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
