import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { CanaryPolicy } from './canary.ts';
import { canaryRelationRules } from './canary-relation-rules.ts';

const isShare = (percent: number): boolean =>
  Number.isInteger(percent) && percent > 0 && percent < 100;

/** Weights are whole, rise and end below the implied 100 %; holds and limits are in range, and then fit each other. */
export const canaryRules = (fleet: Fleet): readonly Problem[] => {
  const single = singleRules(fleet);
  return single.length > 0 ? single : canaryRelationRules(fleet);
};

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
          ...unless(Number.isInteger(holdMinutes) && holdMinutes > 0, {
            code: 'CANARY_HOLD',
            at: `${step}.holdMinutes`,
            value: holdMinutes,
            reason: 'must be a whole number of minutes > 0',
            remedy: 'hold each step for at least one minute',
          }),
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
  ...unless(!(verdictSeconds(policy) > firstHoldSeconds(policy)), {
    code: 'CANARY_VERDICT_LATE',
    at: `${at}.steps[0].holdMinutes`,
    value: firstHoldSeconds(policy) / 60,
    reason: `must be at least ${verdictSeconds(policy)} s: so long takes the last sample that aborts or pauses`,
    remedy: 'hold the first step longer, start the analysis earlier or lower its limits',
  }),
  ...unless(policy.maxErrorRatio > 0 && policy.maxErrorRatio < 1, {
    code: 'CANARY_ERROR_RATIO',
    at: `${at}.maxErrorRatio`,
    value: policy.maxErrorRatio,
    reason: 'must be > 0 and < 1',
    remedy: 'write 1 % as 0.01',
  }),
  ...unless(policy.deviations >= 0 && policy.deviations <= 10, {
    code: 'CANARY_DEVIATIONS',
    at: `${at}.deviations`,
    value: policy.deviations,
    reason: 'must be >= 0, or a release below the limit would be aborted, and <= 10',
    remedy: 'write 1.28 for nine in ten, 1.64 for 95 of 100',
  }),
];

const firstHoldSeconds = ({ steps }: CanaryPolicy): number =>
  60 * (steps[0]?.holdMinutes ?? Number.POSITIVE_INFINITY);

/** When the sample that exceeds a limit has its answer, counted from the first share of traffic. */
const verdictSeconds = (policy: CanaryPolicy): number =>
  policy.firstSampleSeconds +
  Math.max(policy.failureLimit, policy.inconclusiveLimit) * policy.sampleSeconds +
  policy.queryTimeoutSeconds;

/** The least that each whole number of a policy may be. */
const least = [
  ['failureLimit', 0],
  ['minFailures', 1],
  ['minRequests', 1],
  ['inconclusiveLimit', 0],
  ['queryErrorLimit', 0],
  ['firstSampleSeconds', 0],
  ['windowMinutes', 1],
  ['readSeconds', 1],
  ['freshSeconds', 1],
  ['minPods', 1],
] as const;

const wholeNumbers = (at: string, policy: CanaryPolicy): readonly Problem[] =>
  least
    .filter(([limit, from]) => !Number.isInteger(policy[limit]) || policy[limit] < from)
    .map(([limit, from]) =>
      problem({
        code: 'CANARY_LIMIT',
        at: `${at}.${limit}`,
        value: policy[limit],
        reason: `must be a whole number >= ${from}`,
        remedy: 'choose a whole number',
      }),
    );
