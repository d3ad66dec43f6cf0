import { regulations } from '@bizflow/region-catalog';
import type { AnsweredLaw } from '../answered.ts';
import type { LawSheet } from '../duty.ts';
import type { Looked } from '../looked.ts';
import type { LawRecord } from './law-record.ts';
import { peopleRecord } from './people-record.ts';
import type { RecordTopic } from './record-topic.ts';
import { topics } from './topics.ts';

/** The record under one law: what happens to the data of its people, and what the law wants to know. */
export function recordOf({ sheet, duties }: AnsweredLaw, looked: Looked): LawRecord {
  const facts = peopleRecord(regulations[sheet.law].protects, looked);
  const known = { ...facts, words: sheet.words, duties, fleet: looked.fleet };
  const entries = recordTopics(sheet).map((topic) => ({
    ...{ ...sheet.entries[topic], topic },
    ...topics[topic](known),
  }));
  return { ...facts, entries };
}

const recordTopics = ({ entries }: LawSheet): readonly RecordTopic[] =>
  Object.keys(entries) as RecordTopic[];
