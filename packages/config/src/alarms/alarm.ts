import type { MetricKey } from '../metrics/metrics.ts';

/** How loud an alarm is: the document's "Critical" and "Warning", and what can wait for a letter. */
export type Severity = 'critical' | 'warning' | 'notice';

/** What there is one alarm each of, in a cluster's place. */
export type AlarmSubject =
  | 'service'
  | 'public service'
  | 'database'
  | 'replica'
  | 'redis'
  | 'certificate'
  | 'bucket copy'
  | 'backup vault';

/** One threshold of the document, with all that follows from it. */
export interface AlarmPolicy {
  /** The last part of the alarm's name. */
  readonly name: string;
  readonly severity: Severity;
  readonly of: AlarmSubject;
  /** What the expression calls the metrics it reads; for Redis, the prefix of one id per node. */
  readonly reads: Readonly<Record<string, { readonly metric: MetricKey; readonly stat: string }>>;
  /** CloudWatch metric math over those names. */
  readonly expression: string;
  readonly compare: 'above' | 'below';
  readonly threshold: number;
  readonly unit: '%' | 's' | 'days' | 'process' | 'backup';
  readonly periodSeconds: number;
  /** Every period of this window must breach. */
  readonly windowMinutes: number;
  /** What a period without a value counts as (CloudWatch, "TreatMissingData"). */
  readonly missing: 'notBreaching' | 'breaching' | 'ignore';
  /** What no traffic and missing data mean here. */
  readonly missingBecause: string;
  /** What is measured, as a sentence begins: "Error rate of api". */
  readonly says: string;
  /** What whoever is woken looks at or does first. */
  readonly first: string;
}
