import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Region } from '../region.ts';
import type { Catalog } from '../sheet-of.ts';

// Route 53 API reference, HealthCheckConfig, "Regions": the eight that run checkers.
const checkerRegions: readonly string[] = [
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'sa-east-1',
];

const checkers = ({ id, dns: { healthCheck } }: Region): readonly Problem[] => {
  const at = `${id}.dns.healthCheck.checkers`;
  return [
    ...healthCheck.checkers
      .filter((checker) => !checkerRegions.includes(checker))
      .map((checker) => {
        const reason = 'runs no Route 53 health checkers';
        return problem({
          code: 'DNS_CHECKER_REGION',
          at,
          value: checker,
          reason,
          remedy: `use ${checkerRegions.join(', ')}`,
        });
      }),
    // Route 53 API reference: "you must specify at least three regions".
    ...unless(new Set(healthCheck.checkers).size >= 3, {
      code: 'DNS_CHECKER_COUNT',
      at,
      value: healthCheck.checkers.join(', '),
      reason: 'must be at least three regions, as Route 53 requires',
      remedy: 'name at least three different ones',
    }),
  ];
};

const request = ({ id, dns: { healthCheck } }: Region): readonly Problem[] => {
  const { path, intervalSeconds, failureThreshold } = healthCheck;
  const at = `${id}.dns.healthCheck`;
  return [
    ...unless(/^\/[\x21-\x7e]{0,254}$/.test(path), {
      code: 'DNS_CHECK_PATH',
      at: `${at}.path`,
      value: path,
      reason: 'is not a path that Route 53 can request',
      remedy: "start it with '/', without spaces, 255 characters at most",
    }),
    ...unless(intervalSeconds === 10 || intervalSeconds === 30, {
      code: 'DNS_CHECK_INTERVAL',
      at: `${at}.intervalSeconds`,
      value: intervalSeconds,
      reason: 'must be 10 or 30, the intervals of Route 53',
      remedy: 'choose 10 or 30',
    }),
    ...unless(
      Number.isInteger(failureThreshold) && failureThreshold >= 1 && failureThreshold <= 10,
      {
        code: 'DNS_FAILURE_THRESHOLD',
        at: `${at}.failureThreshold`,
        value: failureThreshold,
        reason: 'must be >= 1 and <= 10',
        remedy: 'choose 1 to 10',
      },
    ),
  ];
};

/** Route 53 can run every region's health check as it is written. */
export const healthCheckRules = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap((region) => [...checkers(region), ...request(region)]);
