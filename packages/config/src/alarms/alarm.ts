import type { MetricKey } from '../metrics/metrics.ts';
import type { TierKey } from '../recovery/recovery-tiers.ts';

/** The severity of an alarm: the document's "Critical" and "Warning", and "notice" for email. */
export type Severity = 'critical' | 'warning' | 'notice';

/** What an alarm is about; there is one alarm for each of these in a region. */
export type AlarmSubject =
  | 'service'
  | 'public service'
  | 'database'
  | 'replica'
  | 'redis'
  | 'certificate'
  | 'bucket copy'
  | 'primary database'
  | 'regional database'
  | 'backup'
  | 'backup copy';

/** One threshold of the document, with all that follows from it. */
export interface AlarmPolicy {
  /** The last part of the alarm's name. */
  readonly name: string;
  readonly severity: Severity;
  /** The tiers whose RPO it watches: it goes off before more is lost than they allow. */
  readonly keeps?: readonly TierKey[];
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
  /** What is measured, as the start of a sentence: "Error rate". */
  readonly says: string;
  /** What the on-call engineer checks or does first. */
  readonly first: string;
}
