import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { CanaryPolicy } from './canary.ts';
import { canaryRelationRules } from './canary-relation-rules.ts';

const isShare = (percent: number): boolean =>
  Number.isInteger(percent) && percent > 0 && percent < 100;

/** Weights are whole, rise and end below the implied 100 %; holds and limits are in range, and then fit each other. */
export const canaryRules = (fleet: Fleet): readonly Problem[] =>
  [singleRules, verdicts, canaryRelationRules]
    .map((rules) => rules(fleet))
    .find(({ length }) => length > 0) ?? [];

const singleRules = ({ environments }: Fleet): readonly Problem[] =>
  environments.flatMap(({ name, canary: policy }) => {
    const at = `environments.${name}.canary`;
    return [
      ...policy.steps.flatMap(({ percent, holdMinutes }, index) => {
        const step = `${at}.steps[${index}]`;
        const before = policy.steps[index - 1]?.percent ?? 0;
        return [
          ...unless(isShare(percent), {
            code: 'CANARY_PERCENT',
            at: `${step}.percent`,
            value: percent,
            reason: 'must be a whole number >= 1 and <= 99 (an ALB uses whole percents)',
            remedy: 'choose 1 to 99; 100 % is implied',
          }),
          ...unless(percent > before, {
            code: 'CANARY_NOT_RISING',
            at: `${step}.percent`,
            value: percent,
            reason: `must be > ${before}, the step before it`,
            remedy: 'order the steps by rising percent',
          }),
          ...whole(`${step}.holdMinutes`, holdMinutes, 'CANARY_HOLD', 1, minutesOfDay),
        ];
      }),
      ...limits(at, policy),
      ...wholeNumbers(at, policy),
    ];
  });

const limits = (at: string, policy: CanaryPolicy): readonly Problem[] => [
  ...unless(policy.steps.length > 0, {
    code: 'CANARY_EMPTY',
    at: `${at}.steps`,
    value: '[]',
    reason: 'sends all traffic to the new version at once',
    remedy: 'write at least one step',
  }),
  ...unless(policy.maxErrorRatio > 0 && policy.maxErrorRatio < 1, {
    code: 'CANARY_ERROR_RATIO',
    at: `${at}.maxErrorRatio`,
    value: policy.maxErrorRatio,
    reason: 'must be > 0 and < 1',
    remedy: 'write 1 % as 0.01',
  }),
  ...unless(policy.deviations > 0 && policy.deviations <= 10, {
    code: 'CANARY_DEVIATIONS',
    at: `${at}.deviations`,
    value: policy.deviations,
    reason: 'must be > 0, or chance would abort a release that is at the limit, and <= 10',
    remedy: 'write 1.28 for nine in ten, 1.64 for 95 of 100',
  }),
];

const minutesOfDay = 1440;

/**
 * The least and the most that each whole number of a policy may be. A sample at once has no request, one that is blind
 * stops no release, and a limit of more than 100 samples is none.
 */
const bounds = [
  ['failureLimit', 0, 100],
  ['minFailures', 1, 10_000],
  ['minRequests', 1, 10_000],
  ['inconclusiveLimit', 1, 100],
  ['queryErrorLimit', 1, 100],
  ['sampleSeconds', 1, 3600],
  ['queryTimeoutSeconds', 1, 3600],
  ['firstSampleSeconds', 1, 3600],
  ['windowMinutes', 1, minutesOfDay],
  ['readSeconds', 1, 3600],
  ['freshSeconds', 1, 3600],
  ['minPods', 1, 1000],
] as const;

const wholeNumbers = (at: string, policy: CanaryPolicy): readonly Problem[] =>
  bounds.flatMap(([name, least, most]) =>
    whole(`${at}.${name}`, policy[name], 'CANARY_LIMIT', least, most),
  );

const whole = (
  at: string,
  value: number,
  code: string,
  least: number,
  most: number,
): readonly Problem[] =>
  unless(Number.isInteger(value) && value >= least && value <= most, {
    ...{ code, at, value },
    reason: `must be a whole number >= ${least} and <= ${most}`,
    remedy: `choose ${least} to ${most}`,
  });

/** When the sample that exceeds a limit has its answer, counted from the first share of traffic. */
const verdictSeconds = (policy: CanaryPolicy): number =>
  policy.firstSampleSeconds +
  Math.max(policy.failureLimit, policy.inconclusiveLimit) * policy.sampleSeconds +
  policy.queryTimeoutSeconds;

const verdicts = ({ environments }: Fleet): readonly Problem[] =>
  environments.flatMap(({ name, canary: policy }) => {
    const [seconds, hold] = [verdictSeconds(policy), policy.steps[0]?.holdMinutes ?? 0];
    return unless(seconds <= 60 * hold, {
      code: 'CANARY_VERDICT_LATE',
      at: `environments.${name}.canary.steps[0].holdMinutes`,
      value: hold,
      reason: `must be at least ${seconds} s: the last sample that aborts or pauses takes that long`,
      remedy: 'hold the first step longer, start the analysis earlier or lower its limits',
    });
  });
