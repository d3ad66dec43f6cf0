import type { Region, RegulationCode } from '@bizflow/region-catalog';
import type { AnsweredLaw } from '../answered.ts';
import { flowsUnder, type LawFlow, regionsOf } from '../law-flows.ts';
import { lawLines } from '../law-lines.ts';
import { type EvidenceLine, lineName } from '../line.ts';
import type { Looked } from '../looked.ts';
import type { LawRecord, RecordedFlow, RecordedPlace, RecordedTerm } from './law-record.ts';
import { topics } from './topics.ts';

/** The record under one law: derived from the flow graph, the facts and the rendered lines. */
export function recordOf({ sheet, duties }: AnsweredLaw, looked: Looked): LawRecord {
  const regions = regionsOf(sheet.law, looked.fleet);
  const flows = flowsUnder(sheet.law, looked.fleet);
  const facts = {
    people: [...new Set(flows.flatMap(({ subjects }) => subjects))].toSorted(),
    places: regions.map(placeOf),
    flows: flows.map(recorded),
    terms: termLines(sheet.law, looked),
  };
  const entries = sheet.entries.map((entry) => ({
    ...entry,
    ...topics[entry.topic]({ ...facts, words: sheet.words, duties, fleet: looked.fleet }),
  }));
  return { ...facts, entries };
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

const recorded = ({ flow, from, to, subjects, abroad, exception }: LawFlow): RecordedFlow => ({
  ...{ flow, from, to, subjects, abroad },
  basis: exception?.written.basis ?? null,
  decision: exception?.written.decision ?? null,
});

const kept = ['databaseBackups', 'backups', 'cacheBackups', 'logDays', 'recordDays'] as const;

const termLines = (law: RegulationCode, looked: Looked): readonly RecordedTerm[] =>
  kept
    .flatMap((name) => lawLines(name, law, looked).lines)
    .map((line: EvidenceLine) => ({
      what: line.says.replace('days that ', '').replace(' are kept', '').replace(' is kept', ''),
      region: line.region,
      days: line.value,
      line: lineName(line),
    }));
