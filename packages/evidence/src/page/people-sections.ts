import { countryName } from '@bizflow/region-catalog';
import type { PeopleRecord } from '../record/law-record.ts';
import { flowRows } from './flow-words.ts';
import { table } from './markdown.ts';

/** The regions that have data of some people, and what each of them stores. */
export const placeTable = ({ places }: PeopleRecord): readonly string[] =>
  table(
    ['Region', 'Country', 'What is stored there'],
    places.map(({ region, name, country, serves, stores }) => [
      `${name} (${region})`,
      countryName(country),
      `${stores.join('; ')}${serves ? '' : '. **AWS cannot serve there now**'}`,
    ]),
  );

/** Every movement of their data, and on what it rests. */
export const flowTable = (record: PeopleRecord): readonly string[] =>
  table(
    ['What happens', 'Whose data', 'Leaves the area of its law', 'Legal basis'],
    flowRows(record),
  );

/** How long it is kept in each region. */
export const termTable = ({ terms, places }: PeopleRecord): readonly string[] =>
  table(
    ['Days', ...places.map(({ region }) => region)],
    [...Map.groupBy(terms, ({ what }) => what)].map(([what, all]) => [
      what,
      ...places.map(({ region }) => all.find((one) => one.region === region)?.days ?? ''),
    ]),
  );

/** Where they are, and how many movements leave the area of their law. */
export const inShort = ({ places, flows }: PeopleRecord): readonly string[] => {
  const crossing = flows.filter(({ abroad }) => abroad.length > 0);
  const where = places.map(({ region, country }) => `${countryName(country)} (${region})`);
  return [
    `Where: ${where.join(', ')}.`,
    `Borders: ${crossing.length} of ${flows.length} movements of data leave the area of the law; ${crossing.filter(({ basis }) => basis === null).length} of them without a written legal basis.`,
  ];
};
