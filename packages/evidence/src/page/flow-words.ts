import { countryName } from '@bizflow/region-catalog';
import type { FlowKind } from '@bizflow/region-catalog/rules';
import { inWords } from '../record/in-words.ts';
import type { PeopleRecord, RecordedFlow } from '../record/law-record.ts';

const words: Readonly<Record<FlowKind, string>> = {
  rest: 'is stored',
  write: 'is written to the database and to Redis of',
  'database-replica': 'is copied with the database to',
  'redis-replica': 'is copied with Redis to',
  'bucket-replica': 'is copied with objects to',
  'backup-copy': 'is copied with backups of the database to',
  fallback: 'is processed, while its own region is down, in',
  move: 'is copied, because the region moves, to',
};

/** Why people are led to a region that does not serve them. */
const led: Readonly<Record<RecordedFlow['placement'], string>> = {
  served: '',
  continent: ' (led there by their continent)',
  default: ' (led there by default)',
};

/** Rows of a table: what happens to the data, whose it is, and on which legal basis it may leave. */
export const flowRows = ({ flows, places }: PeopleRecord): readonly (readonly string[])[] =>
  flows.map((flow) => {
    const from = named(flow.from, places);
    const to = named(flow.to, places);
    const moves =
      flow.from === flow.to
        ? `${words[flow.flow]} in ${to}`
        : `of ${from} ${words[flow.flow]} ${to}`;
    const whose = `${inWords(flow.subjects)}${led[flow.placement]}`;
    return [`Data ${moves}`, whose, leaves(flow), basisOf(flow)];
  });

const named = (region: string, places: PeopleRecord['places']): string => {
  const place = places.find((one) => one.region === region);
  return place === undefined ? region : `${region} in ${countryName(place.country)}`;
};

const leaves = ({ abroad, subjects }: RecordedFlow): string =>
  abroad.length === 0
    ? 'no'
    : abroad.length === subjects.length
      ? 'yes'
      : `yes, of ${inWords(abroad)}`;

const basisOf = ({ abroad, basis, decision, missing }: RecordedFlow): string => {
  if (abroad.length === 0) return 'none is needed: it stays in the area of its law';
  if (basis === null || decision === null) return `**none: ${missing}**`;
  return `${basis} ([why](../../../${decision}))`;
};
