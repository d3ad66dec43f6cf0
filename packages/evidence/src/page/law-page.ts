import { regulations } from '@bizflow/region-catalog';
import type { AnsweredDuty, AnsweredLaw, State } from '../answered.ts';
import type { LawSheet } from '../duty.ts';
import { activities } from '../record/activities.ts';
import { inWords } from '../record/in-words.ts';
import type { LawRecord } from '../record/law-record.ts';
import type { RecordTopic } from '../record/record-topic.ts';
import { dutySection } from './duty-section.ts';
import { list, section, table } from './markdown.ts';
import { flowTable, inShort, placeTable, termTable } from './people-sections.ts';

/** How many duties are in a state. */
export const count = (duties: readonly AnsweredDuty[], state: State): number =>
  duties.filter((duty) => duty.state === state).length;

/** What a data protection officer reads of one law. */
export const lawPage = ({ sheet, duties }: AnsweredLaw, record: LawRecord): string =>
  [
    `# ${regulations[sheet.law].title}`,
    '',
    ...introduction(sheet),
    ...section(
      '## In short',
      list([
        `Whose data: people of ${inWords(record.people)}.`,
        ...inShort(record),
        `Duties: ${count(duties, 'proved')} shown, ${count(duties, 'part')} shown in part, ${count(duties, 'open')} open.`,
      ]),
    ),
    ...section('## Who processes what, and why', activityLines(sheet, record)),
    ...section('## Where the data is', placeTable(record)),
    ...section('## Where it goes, and on which legal basis', [
      ...flowTable(record),
      ...openOf(record, 'transfers'),
    ]),
    ...section('## How long it is kept', [...termTable(record), ...openOf(record, 'retention')]),
    ...section('## Who receives it', [
      ...list(saidOf(record, 'recipients')),
      ...openOf(record, 'recipients'),
    ]),
    ...section('## What protects it', protection(duties)),
    ...section('## What is open', openTable(duties)),
    ...section('## Every duty', duties.flatMap(dutySection)),
    ...section('## How to check this page', checking),
  ].join('\n');

const introduction = ({ notes, compared, confirmed, source }: LawSheet): readonly string[] => [
  'What the platform of BizFlow does with personal data of people whom this law protects, what shows it, and what is open.',
  'It is written by a command from the facts of the platform and from its rendered files: the settings that clusters and accounts',
  'of AWS receive. A proof is a program that looks at all of them, and names each place that contradicts what it claims.',
  `This is not legal advice. The duties below were compared with [the law](${source}) and texts about it on ${compared};`,
  confirmed === null
    ? '**no lawyer of the company has confirmed them yet.**'
    : `${confirmed.by} confirmed them on ${confirmed.on}.`,
  '',
  ...list(notes),
];

const activityLines = ({ words }: LawSheet, record: LawRecord): readonly string[] => [
  ...list(saidOf(record, 'parties')),
  ...table(
    ['What', 'BizFlow is the', 'Why', 'Whose data', 'Which data'],
    activities.map(({ name, role, purpose, people, data }) => [
      name,
      words[role],
      purpose,
      people,
      data,
    ]),
  ),
  ...openOf(record, 'parties', 'purposes', 'data'),
];

const entriesOf = (record: LawRecord, ...topics: readonly RecordTopic[]) =>
  record.entries.filter(({ topic }) => topics.includes(topic));

const saidOf = (record: LawRecord, topic: RecordTopic): readonly string[] =>
  entriesOf(record, topic).flatMap(({ says }) => says);

const openOf = (record: LawRecord, ...topics: readonly RecordTopic[]): readonly string[] =>
  list(
    entriesOf(record, ...topics).flatMap(({ article, open }) =>
      open.map(({ what, owner }) => `**Open** (${article}; ${owner}): ${what}.`),
    ),
  );

const protection = (duties: readonly AnsweredDuty[]): readonly string[] =>
  table(
    ['Duty', 'What is shown', 'By the proofs'],
    duties
      .filter(({ state }) => state !== 'open')
      .map(({ article, title, says, proofs }) => [
        `${title} (${article})`,
        says ?? '',
        proofs.map(({ proof }) => proof).join(', '),
      ]),
  );

const openTable = (duties: readonly AnsweredDuty[]): readonly string[] =>
  table(
    ['Duty', 'What is missing', 'Who answers for it'],
    duties
      .filter(({ open }) => open !== null)
      .map(({ article, title, open, owner, state }) => [
        `${title} (${article})${state === 'part' ? ', in part' : ''}`,
        open ?? '',
        owner,
      ]),
  );

const checking: readonly string[] = [
  'With this repository at the commit that has this page:',
  '',
  '```sh',
  'npm run prove                                 # every proof, with what it looked at',
  'npx nx generate @bizflow/generator:evidence   # writes this folder again: nothing changes',
  'npm run evidence:check                        # the same, and the files for tools are valid OSCAL',
  '```',
  '',
  'For tools: `record.json` is the record of processing; `catalog.oscal.json` has the duties and',
  '`component-definition.oscal.json` what is shown, in [OSCAL](https://pages.nist.gov/OSCAL/).',
  '',
];
