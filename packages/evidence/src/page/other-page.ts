import type { CountryCode } from '@bizflow/region-catalog';
import { ledTo, type OtherPeople } from '../people/other-people.ts';
import { inWords } from '../record/in-words.ts';
import type { PeopleRecord, RecordedFlow } from '../record/law-record.ts';
import { list, section, table } from './markdown.ts';
import { flowTable, inShort, placeTable, termTable } from './people-sections.ts';
import { proofLine } from './proof-line.ts';

/** What a data protection officer reads of people whose law no sheet says. */
export const otherPage = ({ record, routing }: OtherPeople): string =>
  [
    '# People of other countries',
    '',
    'Route 53 answers people of every country, also of those that no region serves and whose law no sheet here reads. An answer',
    'stores nothing, but the region that answers reads the request first. A tenant of one of these countries would be placed in the',
    'same region, and its data would go as this record says. Which countries have tenants is not known here.',
    '',
    ...section('## In short', [
      ...list([
        `Whose data: people of ${record.people.length} countries. \`record.json\` names each.`,
        ...inShort(record),
        routing === undefined
          ? '**Open** (platform): the proof `dns` was not tried, so nothing shows where they are led.'
          : proofLine(routing),
      ]),
    ]),
    ...section('## Who is led where, and why', ledTable(record)),
    ...section('## Where the data would be', placeTable(record)),
    ...section('## Where it would go, and on which legal basis', flowTable(record)),
    ...section('## How long it would be kept', termTable(record)),
    ...section('## What is open', list(openPoints(record))),
  ].join('\n');

const reasons: Readonly<Record<RecordedFlow['placement'], string>> = {
  served: 'the region serves them',
  continent: 'Route 53 files them under the continent that this region answers',
  default: 'no record names them or their continent, so the default answers',
};

const ledTable = (record: PeopleRecord): readonly string[] =>
  table(
    ['Region', 'Why', 'How many', 'Whose people'],
    ledTo(record).map(({ region, placement, people }) => [
      region,
      reasons[placement],
      String(people.length),
      inWords(people, 30),
    ]),
  );

/** What no one has decided, each once, with those whom it concerns. */
const openPoints = ({ flows }: PeopleRecord): readonly string[] => {
  const missing = Map.groupBy(flows, (flow) => flow.missing);
  missing.delete(null);
  const named = (all: readonly RecordedFlow[]): readonly CountryCode[] => [
    ...new Set(all.flatMap(({ abroad }) => abroad)),
  ];
  return [
    '**Open** (data-protection): in which of these countries BizFlow has tenants, and what their laws ask.',
    ...[...missing].map(
      ([what, all]) => `**Open** (data-protection): people of ${inWords(named(all))}: ${what}.`,
    ),
  ];
};
