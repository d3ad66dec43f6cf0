import type { PerformancePolicy } from '@bizflow/config/delivery';
import { type Problem, unless } from '@bizflow/kernel';

/** What a load generator measured, in the words of autocannon's result. */
export interface Measured {
  readonly requests: { readonly total: number };
  readonly latency: { readonly p97_5: number; readonly p99: number };
  readonly '2xx': number;
  readonly '4xx': number;
  readonly '5xx': number;
  /** Connections that broke and requests that timed out; autocannon counts the latter here too. */
  readonly errors: number;
}

/**
 * Problems of a load test. p97.5 is used for the document's p95, which autocannon does not
 * print: a service that passes at 97.5 % also passes at 95 %.
 */
export function performanceRules(
  at: string,
  result: Measured,
  limits: PerformancePolicy,
): readonly Problem[] {
  const wanted = limits.seconds * limits.requestsPerSecond;
  const answered = result['2xx'] + result['4xx'] + result['5xx'];
  const bad = result['5xx'] + result.errors;
  const ratio = bad / Math.max(1, answered + result.errors);
  return [
    ...unless(answered >= wanted * limits.minAnsweredRatio, {
      code: 'LOAD_TOO_SMALL',
      at,
      value: `${answered} answers`,
      reason: `${wanted} were requested, so the measured times say little`,
      remedy: 'check that one pod can serve its share of the load',
    }),
    ...unless(ratio <= limits.maxErrorRatio, {
      code: 'LOAD_ERRORS',
      at,
      value: percent(ratio),
      reason: `of the requests failed, above ${percent(limits.maxErrorRatio)}`,
      remedy: 'read the log of the pod; in production Argo Rollouts would abort this release',
    }),
    ...unless(result['4xx'] <= wanted * limits.maxErrorRatio, {
      code: 'LOAD_REFUSED',
      at,
      value: `${result['4xx']} answers 4xx`,
      reason: 'were rejected, so the load test did not reach the code that it measures',
      remedy: 'fix the requests in performance/requests.json',
    }),
    ...slow('p97.5', result.latency.p97_5, limits.p95Ms),
    ...slow('p99', result.latency.p99, limits.p99Ms),
  ];

  function slow(name: string, value: number, limit: number): readonly Problem[] {
    return unless(value <= limit, {
      code: 'LOAD_SLOW',
      at: `${at} ${name}`,
      value: `${value} ms`,
      reason: `is above ${limit} ms, the threshold of the alarm in production`,
      remedy:
        'profile the slowest request, or write the new number into packages/config/src/delivery/delivery.ts',
    });
  }
}

const percent = (ratio: number): string => `${(100 * ratio).toFixed(2)} %`;
