import type { CountryCode, Region } from '@bizflow/region-catalog';
import { type EvidenceLine, lineName } from '../line.ts';
import { linesOf } from '../lines-of.ts';
import type { Looked } from '../looked.ts';
import { type FlowOfPeople, flowsOf, regionsOf } from '../people/flows-of.ts';
import type { PeopleRecord, RecordedFlow, RecordedPlace, RecordedTerm } from './law-record.ts';

/** What happens to the data of some people: derived from the flow graph, the facts and the rendered lines. */
export function peopleRecord(people: readonly CountryCode[], looked: Looked): PeopleRecord {
  const flows = flowsOf(people, looked);
  return {
    people: [...new Set(flows.flatMap(({ subjects }) => subjects))].toSorted(),
    places: regionsOf(people, looked).map(placeOf),
    flows: flows.map(recorded),
    terms: termLines(people, looked),
  };
}

const placeOf = ({
  id,
  name,
  country,
  status,
  database,
  redis,
  buckets,
}: Region): RecordedPlace => ({
  ...{ region: id, name, country, serves: status === 'active' },
  stores: [
    `database ${database.identifier} (${database.role === 'writer' ? 'the original' : 'a copy'})`,
    `Redis ${redis.identifier}`,
    ...buckets.map(({ purpose }) => `objects (${purpose})`),
    'logs, backups and the record of access',
  ],
});

const recorded = ({
  flow,
  from,
  to,
  placement,
  subjects,
  abroad,
  legal,
}: FlowOfPeople): RecordedFlow => ({
  ...{ flow, from, to, placement, subjects, abroad },
  basis: legal?.basis ?? null,
  decision: legal?.decision ?? null,
  missing: legal?.missing ?? null,
});

const kept = ['databaseBackups', 'backups', 'cacheBackups', 'logDays', 'recordDays'] as const;

const termLines = (people: readonly CountryCode[], looked: Looked): readonly RecordedTerm[] =>
  kept
    .flatMap((name) => linesOf(name, people, looked).lines)
    .map((line: EvidenceLine) => ({
      what: line.says.replace('days that ', '').replace(' are kept', '').replace(' is kept', ''),
      region: line.region,
      days: line.value,
      line: lineName(line),
    }));
