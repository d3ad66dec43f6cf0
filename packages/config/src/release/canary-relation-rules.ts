import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { CanaryPolicy } from './canary.ts';

/** Seconds from one failed query to the next (Argo Rollouts, "Analysis": an error is tried again after 10 s). */
const errorRetrySeconds = 10;

/** The parts of a canary policy fit each other, its services, and the alarms that call people. */
export const canaryRelationRules = (fleet: Fleet): readonly Problem[] =>
  fleet.environments.flatMap(({ name, canary, approval }) => {
    const at = `environments.${name}.canary`;
    return [
      ...(approval ? window(at, canary) : []),
      ...readings(at, canary),
      ...queries(at, canary),
      ...evidence(at, canary, fleet, name),
    ];
  });

// Without users the first hold is the only one, and as many requests are judged as there are.
const window = (at: string, { steps, windowMinutes }: CanaryPolicy): readonly Problem[] => {
  const held = steps.reduce((sum, { holdMinutes }) => sum + holdMinutes, 0);
  return unless(windowMinutes <= held, {
    code: 'CANARY_WINDOW',
    at: `${at}.windowMinutes`,
    value: windowMinutes,
    reason: `must be <= ${held}, the minutes of all holds: what is older is not of this release`,
    remedy: 'look back less, or hold longer',
  });
};

const readings = (
  at: string,
  { windowMinutes, readSeconds, freshSeconds }: CanaryPolicy,
): readonly Problem[] => [
  ...unless(4 * readSeconds <= 60 * windowMinutes, {
    code: 'CANARY_READ',
    at: `${at}.readSeconds`,
    value: readSeconds,
    reason: `leaves fewer than four readings in the window of ${windowMinutes} min`,
    remedy: 'read more often',
  }),
  ...unless(freshSeconds >= 2 * readSeconds && freshSeconds <= 60 * windowMinutes, {
    code: 'CANARY_FRESH',
    at: `${at}.freshSeconds`,
    value: freshSeconds,
    reason: `must be >= ${2 * readSeconds}, two readings, and <= ${60 * windowMinutes}, the window`,
    remedy: 'choose a value between the two',
  }),
];

const queries = (at: string, policy: CanaryPolicy): readonly Problem[] => {
  const hold = 60 * (policy.steps[0]?.holdMinutes ?? 0);
  const blind = (policy.queryErrorLimit + 1) * errorRetrySeconds;
  return [
    ...unless(policy.queryTimeoutSeconds < policy.sampleSeconds, {
      code: 'CANARY_TIMEOUT',
      at: `${at}.queryTimeoutSeconds`,
      value: policy.queryTimeoutSeconds,
      reason: `must be < ${policy.sampleSeconds}, the seconds from one sample to the next`,
      remedy: 'end a query before the next one begins',
    }),
    ...unless(policy.firstSampleSeconds + blind <= hold, {
      code: 'CANARY_BLIND',
      at: `${at}.queryErrorLimit`,
      value: policy.queryErrorLimit,
      reason: `lets a canary whose queries all fail go on for ${blind} s, beyond its first hold of ${hold} s`,
      remedy: 'tolerate fewer failed queries, or hold longer',
    }),
  ];
};

const evidence = (
  at: string,
  { minFailures, minRequests, minPods, maxErrorRatio }: CanaryPolicy,
  { alarms, services }: Fleet,
  environment: 'production' | 'staging',
): readonly Problem[] => [
  ...unless(minFailures <= minRequests, {
    code: 'CANARY_EVIDENCE',
    at: `${at}.minFailures`,
    value: minFailures,
    reason: `must be <= ${minRequests}, the requests that are enough to call a release sound`,
    remedy: 'ask for fewer failures, or for more requests',
  }),
  ...services.flatMap(({ name, exposure, replicas }) =>
    unless(exposure === null || minPods <= (replicas[environment]?.max ?? minPods), {
      code: 'CANARY_PODS',
      at: `${at}.minPods`,
      value: minPods,
      reason: `is more than ${name} has at most in ${environment}: ${replicas[environment]?.max}`,
      remedy: 'wait for fewer pods, or raise replicas.max',
    }),
  ),
  ...alarms
    .filter(({ of, unit }) => of === 'service' && unit === '%')
    .flatMap((alarm) =>
      unless(100 * maxErrorRatio < alarm.threshold, {
        code: 'CANARY_ABOVE_ALARM',
        at: `${at}.maxErrorRatio`,
        value: maxErrorRatio,
        reason: `must be below the ${alarm.threshold} % of ${alarm.name}: a bad release is aborted before people are called`,
        remedy: 'abort earlier',
      }),
    ),
];
