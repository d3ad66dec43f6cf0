import type { CountryCode, Placement } from '@bizflow/region-catalog';
import type { FlowKind } from '@bizflow/region-catalog/rules';
import type { Team } from '../answer.ts';
import type { RecordEntry } from '../duty.ts';
import type { RecordTopic } from './record-topic.ts';

/** What is known of a topic, one sentence each, and what is open. */
export interface Said {
  readonly says: readonly string[];
  readonly open: readonly OpenPoint[];
}

/** A movement of data of some people, for a reader who knows no code. */
export interface RecordedFlow {
  readonly flow: FlowKind;
  readonly from: string;
  readonly to: string;
  /** Why its people are led to the region that it starts from. */
  readonly placement: Placement['basis'];
  readonly subjects: readonly CountryCode[];
  /** Those whose data leaves the area of their law. */
  readonly abroad: readonly CountryCode[];
  readonly basis: string | null;
  readonly decision: string | null;
  /** Why no legal basis is known for a border that is crossed; null where one is, or none is needed. */
  readonly missing: string | null;
}

/** A region with data of some people. */
export interface RecordedPlace {
  readonly region: string;
  readonly name: string;
  readonly country: CountryCode;
  /** Whether AWS can serve there now. */
  readonly serves: boolean;
  readonly stores: readonly string[];
}

/** How long something is kept, in days, with the line that says so. */
export interface RecordedTerm {
  readonly what: string;
  readonly region: string | null;
  readonly days: string;
  readonly line: string;
}

/** What a law wants to know, what is known, and what is open. */
export interface RecordedEntry extends RecordEntry, Said {
  readonly topic: RecordTopic;
}

/** What happens to the data of some people. */
export interface PeopleRecord {
  readonly people: readonly CountryCode[];
  readonly places: readonly RecordedPlace[];
  readonly flows: readonly RecordedFlow[];
  readonly terms: readonly RecordedTerm[];
}

/** A record of processing under one law. */
export interface LawRecord extends PeopleRecord {
  readonly entries: readonly RecordedEntry[];
}

/** Something open, with the team that answers for it. */
export interface OpenPoint {
  readonly what: string;
  readonly owner: Team;
}
