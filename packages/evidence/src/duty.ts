import type { RegulationCode } from '@bizflow/region-catalog';
import type { AnswerName } from './answers.ts';
import type { RecordTopic } from './record/record-topic.ts';

/** Where a law, or a text that has it, is published. */
export type Source = `https://${string}`;

/** One thing that a law asks of those who process personal data. */
export interface Duty {
  /** A name that stays: the OSCAL control is called so, below its law. */
  readonly id: string;
  /** As the law counts, such as `Art. 32 (1) (a)`. */
  readonly article: string;
  readonly title: string;
  /** What it asks, in our words. */
  readonly asks: string;
  /** Where its text is, when that is not the law's own page. */
  readonly source?: Source;
  /** The first day on which it binds (ISO 8601), where that is not the law's own. */
  readonly since?: string;
  readonly answer: AnswerName;
}

/** What a record of processing must say of one of our topics under a law. */
export interface RecordEntry {
  readonly article: string;
  readonly asks: string;
}

/** What one law asks of a platform: a fact sheet. It is not legal advice, and says who has confirmed it. */
export interface LawSheet {
  readonly law: RegulationCode;
  /** The first day on which the law bound (ISO 8601). */
  readonly since: string;
  /** The day on which the sheet was last compared with published texts of the law (ISO 8601). */
  readonly compared: string;
  /** Who of the company's lawyers has confirmed the sheet, and on which day; null until then. */
  readonly confirmed: { readonly by: string; readonly on: string } | null;
  readonly source: Source;
  /** What the reader of the page must know of the law. */
  readonly notes: readonly string[];
  /** The law's words for who decides about data, and who handles it for them. */
  readonly words: { readonly controller: string; readonly processor: string };
  /** Where the law asks for a record, or what comes closest. */
  readonly record: { readonly article: string; readonly title: string; readonly source: Source };
  /** In the order in which the law names them. */
  readonly entries: Readonly<Record<RecordTopic, RecordEntry>>;
  readonly duties: readonly Duty[];
}
