import type { AlarmPolicy } from './alarm.ts';

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

/** "Error rate > 5% (5 min) -> PagerDuty". */
export const errorRateCritical: AlarmPolicy = {
  name: 'error-rate-critical',
  severity: 'critical',
  threshold: 5,
  windowMinutes: 5,
  ...errorRate,
};

/** "Latency p99 > 3s (5 min) -> PagerDuty". */
export const latencyP99: AlarmPolicy = {
  name: 'latency-p99',
  severity: 'critical',
  reads: { p99: { metric: 'requestDuration', stat: 'p99' } },
  expression: 'p99',
  threshold: 3,
  windowMinutes: 5,
  says: 'Latency p99',
  ...latency,
};

/** "Error rate > 2% (10 min) -> Slack". */
export const errorRateWarning: AlarmPolicy = {
  name: 'error-rate-warning',
  severity: 'warning',
  threshold: 2,
  windowMinutes: 10,
  ...errorRate,
};

/** "Latency p95 > 1s (10 min) -> Slack". */
export const latencyP95: AlarmPolicy = {
  name: 'latency-p95',
  severity: 'warning',
  reads: { p95: { metric: 'requestDuration', stat: 'p95' } },
  expression: 'p95',
  threshold: 1,
  windowMinutes: 10,
  says: 'Latency p95',
  ...latency,
};

/** Not of the document: every other alarm of a service needs somebody who speaks. */
export const silent: AlarmPolicy = {
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
};
