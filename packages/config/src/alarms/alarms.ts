import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';
import type { MetricKey } from '../metrics/metrics.ts';
import { recoveryTiers } from '../recovery/recovery-tiers.ts';

/** How loud an alarm is: the document's "Critical" and "Warning", and what can wait for a letter. */
export type Severity = 'critical' | 'warning' | 'notice';

/** Where an alarm arrives. */
export type AlarmTarget = 'PagerDuty' | 'Slack' | 'email';

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

/** Who is told: production as the document has it; staging pages nobody. */
export const alarmTargets = freeze({
  production: { critical: 'PagerDuty', warning: 'Slack', notice: 'email' },
  staging: { critical: 'Slack', warning: 'Slack', notice: 'email' },
} as const satisfies Record<EnvironmentName, Record<Severity, AlarmTarget>>);

const { primaryDatabase, objects } = recoveryTiers;

const errorRate = {
  of: 'service',
  reads: {
    failures: { metric: 'outcomeDuration', stat: 'SampleCount' },
    requests: { metric: 'requestDuration', stat: 'SampleCount' },
  },
  // A minute without a failure has no value of `failures`; one without a request has no ratio.
  expression: '100 * FILL(failures, 0) / requests',
  compare: 'above',
  unit: '%',
  periodSeconds: 60,
  missing: 'notBreaching',
  missingBecause:
    'No request means no error; whether silence is a failure is for the alarm "silent" to say.',
  says: 'Error rate',
  first:
    'Compare with the last release: reverting its commit goes back without the gate (docs/decisions/0012); then the X-Ray group `bizflow-errors` and the saved query `latest-errors`.',
} as const;

const latency = {
  of: 'public service',
  compare: 'above',
  unit: 's',
  periodSeconds: 60,
  missing: 'notBreaching',
  missingBecause: 'Without a request nobody waited; "silent" watches for a service that is gone.',
  first:
    "Look at Database Insights and Redis on the region's dashboard, then at the X-Ray group `bizflow-slow`.",
} as const;

/** The document's seven alarms, then what its recovery targets need. Each threshold stands here only. */
export const alarms: readonly AlarmPolicy[] = freeze([
  // "Error rate > 5% (5 min) -> PagerDuty"
  {
    name: 'error-rate-critical',
    severity: 'critical',
    threshold: 5,
    windowMinutes: 5,
    ...errorRate,
  },
  // "Latency p99 > 3s (5 min) -> PagerDuty"
  {
    name: 'latency-p99',
    severity: 'critical',
    reads: { p99: { metric: 'requestDuration', stat: 'p99' } },
    expression: 'p99',
    threshold: 3,
    windowMinutes: 5,
    says: 'Latency p99',
    ...latency,
  },
  // "Database CPU > 80% (10 min) -> PagerDuty"
  {
    name: 'database-cpu',
    severity: 'critical',
    of: 'database',
    reads: { cpu: { metric: 'databaseCpu', stat: 'Average' } },
    expression: 'cpu',
    compare: 'above',
    threshold: 80,
    unit: '%',
    periodSeconds: 60,
    windowMinutes: 10,
    missing: 'breaching',
    missingBecause:
      'RDS reports every minute, idle or not: ten silent minutes are a lost instance.',
    says: 'Database CPU',
    first:
      'Open Database Insights for the statement that takes the CPU; end it, or raise the instance class on the fact sheet.',
  },
  // "Redis memory > 80% -> PagerDuty"; the document gives no window.
  {
    name: 'redis-memory',
    severity: 'critical',
    of: 'redis',
    reads: { node: { metric: 'redisMemory', stat: 'Maximum' } },
    expression: 'MAX(METRICS())',
    compare: 'above',
    threshold: 80,
    unit: '%',
    periodSeconds: 60,
    windowMinutes: 5,
    missing: 'breaching',
    missingBecause: 'One node may be replaced unseen; that all are silent is a lost cache.',
    says: 'Redis memory of the fullest node',
    first:
      'Find the growing keys with `MEMORY USAGE` on a replica; raise the node type, equal in all regions of a Global Datastore.',
  },
  // "Error rate > 2% (10 min) -> Slack"
  {
    name: 'error-rate-warning',
    severity: 'warning',
    threshold: 2,
    windowMinutes: 10,
    ...errorRate,
  },
  // "Latency p95 > 1s (10 min) -> Slack"
  {
    name: 'latency-p95',
    severity: 'warning',
    reads: { p95: { metric: 'requestDuration', stat: 'p95' } },
    expression: 'p95',
    threshold: 1,
    windowMinutes: 10,
    says: 'Latency p95',
    ...latency,
  },
  // "Certificate expiry < 30 days -> Email"
  {
    name: 'certificate-expiry',
    severity: 'notice',
    of: 'certificate',
    reads: { days: { metric: 'certificateDays', stat: 'Minimum' } },
    expression: 'days',
    compare: 'below',
    threshold: 30,
    unit: 'days',
    periodSeconds: 86_400,
    windowMinutes: 1440,
    missing: 'ignore',
    missingBecause: 'ACM reports about once a day and stops at expiry: the last word stands.',
    says: 'Time to the expiry of a certificate',
    first:
      "ACM renews by itself while its validation records stand: look for them in the zone, and at the certificate's status.",
  },
  {
    name: 'silent',
    severity: 'critical',
    of: 'service',
    reads: { processes: { metric: 'up', stat: 'Sum' } },
    expression: 'processes',
    compare: 'below',
    threshold: 1,
    unit: 'process',
    periodSeconds: 60,
    windowMinutes: 10,
    missing: 'breaching',
    missingBecause:
      'Every process reports each minute, with traffic or without: silence is a dead service or a dead collector, and then no other alarm of it can speak.',
    says: 'Processes alive',
    first:
      "`kubectl get pods` in the service's namespace, then the pods of `observability`; if neither answers, the page of a lost cluster.",
  },
  // "Critical (Primary DB): RPO 15 min"
  {
    name: 'replica-lag',
    severity: 'critical',
    of: 'replica',
    reads: { lag: { metric: 'replicaLag', stat: 'Maximum' } },
    // PostgreSQL's -1 says that replication stopped: as bad as a day behind.
    expression: 'IF(lag < 0, 86400, lag)',
    compare: 'above',
    threshold: 60 * primaryDatabase.rpoMinutes,
    unit: 's',
    periodSeconds: 60,
    windowMinutes: 5,
    missing: 'breaching',
    missingBecause: 'A lag that nobody knows may be beyond the RPO; traffic has no part in it.',
    says: `Lag of the database replica, whose RPO is ${primaryDatabase.rpoMinutes} min,`,
    first:
      "Look at long transactions of the writer and at the replica's I/O; until it falls, a failover loses more than the RPO.",
  },
  // "Standard (S3 Data): RPO 24 hours"; half of it leaves time to act.
  {
    name: 'replication-latency',
    severity: 'warning',
    of: 'bucket copy',
    reads: { latency: { metric: 'replicationLatency', stat: 'Maximum' } },
    expression: 'latency',
    compare: 'above',
    threshold: (60 * objects.rpoMinutes) / 2,
    unit: 's',
    periodSeconds: 300,
    windowMinutes: 15,
    missing: 'notBreaching',
    missingBecause: 'S3 has no latency to report while no object waits.',
    says: `Latency of the bucket copy, whose RPO is ${objects.rpoMinutes / 60} h,`,
    first: "Look at S3's failed replications: a role or a key of the destination has changed.",
  },
  // "Low (Logs/Analytics): Daily backups", which every vault takes.
  {
    name: 'backup-age',
    severity: 'warning',
    of: 'backup vault',
    reads: { completed: { metric: 'backups', stat: 'Sum' } },
    expression: 'completed',
    compare: 'below',
    threshold: 1,
    unit: 'backup',
    periodSeconds: 86_400,
    windowMinutes: 1440,
    missing: 'breaching',
    missingBecause: 'AWS Backup reports only jobs that ran: no report is no backup.',
    says: 'Backups completed',
    first: 'Look at the failed jobs of the vault, and start one by hand.',
  },
]);
