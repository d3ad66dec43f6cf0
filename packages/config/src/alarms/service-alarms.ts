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
  missingBecause: 'No request means no error. The alarm "silent" reports a service that stopped.',
  says: 'Error rate',
  first:
    'Check whether a release has just started: a revert of its commit rolls back without an approval (docs/decisions/0012). Then check the X-Ray group `bizflow-errors` and the saved query `latest-errors`.',
} as const;

const latency = {
  of: 'public service',
  compare: 'above',
  unit: 's',
  periodSeconds: 60,
  missing: 'notBreaching',
  missingBecause: 'No request means no latency. The alarm "silent" reports a service that stopped.',
  first:
    'Check the database and Redis on the dashboard of the region, then the X-Ray group `bizflow-slow`.',
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

/** Not from the document: every other alarm of a service needs data from the service. */
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
    'Every process reports each minute, with or without traffic. No data means that the service or its collector is down, and then its other alarms get no data either.',
  says: 'Processes alive',
  first:
    'Run `kubectl get pods` in the namespace of the service, then in `observability`. If kubectl gets no answer, follow the runbook of a lost cluster.',
};
