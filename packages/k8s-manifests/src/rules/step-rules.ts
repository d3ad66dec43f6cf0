import type { Environment } from '@bizflow/config';
import { type Problem, unless } from '@bizflow/kernel';
import { firstTimedPause } from '../service/canary-steps.ts';
import { isGate, type Release, type ReleaseRule } from './release.ts';

/** The steps are the policy's, after an indefinite pause exactly where an approval is required. */
export const stepsHoldEachShare: ReleaseRule = (release, { cluster: { environment } }) => {
  const { at, steps, canary } = release;
  const first = steps.findIndex(({ setWeight }) => setWeight !== undefined);
  const firstWeight = first < 0 ? steps.length : first;
  return [
    ...policyIsFollowed(release, environment),
    ...gateIsRight(release, environment, firstWeight),
    ...early(
      at,
      canary.steps?.findIndex(({ setCanaryScale }) => setCanaryScale?.matchTrafficWeight),
      firstWeight,
    ),
    ...unless(
      canary.analysis === undefined || canary.analysis.startingStep === firstTimedPause(steps),
      {
        code: 'ANALYSIS_START',
        at: at('analysis/startingStep'),
        value: canary.analysis?.startingStep,
        reason:
          'must be the first timed pause: an earlier start has no traffic to measure, a later start leaves traffic unmeasured',
        remedy: `start at step ${firstTimedPause(steps)}`,
      },
    ),
  ];
};

const policyIsFollowed = (
  { at, steps }: Release,
  { name, canary }: Environment,
): readonly Problem[] => {
  const wanted = canary.steps.map(({ percent, holdMinutes }) => `${percent} % for ${holdMinutes}m`);
  const weights = steps.flatMap(({ setWeight }, index) => (setWeight === undefined ? [] : [index]));
  const found = weights.map((from, index) => {
    const held = steps.slice(from, weights[index + 1]).find(({ pause }) => pause);
    return `${steps[from]?.setWeight} % for ${held?.pause?.duration}`;
  });
  return unless(found.join() === wanted.join(), {
    code: 'CANARY_STEPS',
    at: at('steps'),
    value: found.join(', '),
    reason: `differs from the canary policy of ${name}: ${wanted.join(', ')}`,
    remedy: 'render the steps from the policy',
  });
};

const gateIsRight = (
  { at, steps }: Release,
  { approval }: Environment,
  firstWeight: number,
): readonly Problem[] => {
  const gates = steps.filter(isGate).length;
  return [
    ...unless(gates === (approval ? 1 : 0), {
      code: 'CANARY_GATE',
      at: at('steps'),
      value: `${gates} gates`,
      reason: approval
        ? 'must be 1: releases in this environment wait for one approval'
        : 'must be 0: releases in this environment wait for no approval',
      remedy:
        'render a pause without a duration exactly where the environment requires an approval',
    }),
    ...unless(gates === 0 || steps.findIndex(isGate) < firstWeight, {
      code: 'CANARY_GATE_LATE',
      at: at('steps'),
      value: `step ${steps.findIndex(isGate)}`,
      reason: 'comes after the first weight',
      remedy: 'put the approval (an indefinite pause) before the first weight',
    }),
  ];
};

// With weight zero the canary would have no pods: the version that was approved would be gone.
const early = (
  at: (pointer: string) => string,
  follows: number | undefined = -1,
  firstWeight: number,
): readonly Problem[] =>
  unless(follows < 0 || follows > firstWeight, {
    code: 'CANARY_SCALE_EARLY',
    at: at('steps'),
    value: `step ${follows}`,
    reason: 'scales the canary by a weight that is still zero',
    remedy: 'set matchTrafficWeight after the first weight',
  });
