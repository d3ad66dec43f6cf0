import { type Problem, unless } from '@bizflow/kernel';
import { firstTimedPause, isGate, type ReleaseRule } from './release.ts';

/** The steps are the policy's, behind a gate exactly where an approval is due. */
export const stepProblems: ReleaseRule = ({ at, steps, canary }, { cluster: { environment } }) => {
  const wanted = environment.canary.steps.map(
    ({ percent, holdMinutes }) => `${percent} % for ${holdMinutes}m`,
  );
  const weights = steps.flatMap(({ setWeight }, index) => (setWeight === undefined ? [] : [index]));
  const found = weights.map((from, index) => {
    const held = steps.slice(from, weights[index + 1]).find(({ pause }) => pause);
    return `${steps[from]?.setWeight} % for ${held?.pause?.duration}`;
  });
  const gates = steps.filter(isGate).length;
  const first = weights[0] ?? steps.length;
  return [
    ...unless(found.join() === wanted.join(), {
      code: 'CANARY_STEPS',
      at: at('steps'),
      value: found.join(', '),
      reason: `is not the policy of ${environment.name}: ${wanted.join(', ')}`,
      remedy: 'render the steps from the policy',
    }),
    ...unless(gates === (environment.approval ? 1 : 0), {
      code: 'CANARY_GATE',
      at: at('steps'),
      value: `${gates} gates`,
      reason: environment.approval
        ? 'a release here waits for one approval'
        : 'a release here waits for nobody',
      remedy:
        'render a pause without a duration exactly where the environment asks for an approval',
    }),
    ...unless(gates === 0 || steps.findIndex(isGate) < first, {
      code: 'CANARY_GATE_LATE',
      at: at('steps'),
      value: `step ${steps.findIndex(isGate)}`,
      reason: 'comes after the first users',
      remedy: 'put the gate before the first weight',
    }),
    ...early(
      at,
      canary.steps?.findIndex(({ setCanaryScale }) => setCanaryScale?.matchTrafficWeight),
      first,
    ),
    ...unless(
      canary.analysis === undefined || canary.analysis.startingStep === firstTimedPause(steps),
      {
        code: 'ANALYSIS_START',
        at: at('analysis/startingStep'),
        value: canary.analysis?.startingStep,
        reason:
          'is not the first timed pause: before it there is nothing to judge, after it users are unjudged',
        remedy: `start at step ${firstTimedPause(steps)}`,
      },
    ),
  ];
};

// Pods that follow a weight of zero are no pods: the version that was approved would be gone.
const early = (
  at: (pointer: string) => string,
  follows: number | undefined = -1,
  firstWeight: number,
): readonly Problem[] =>
  unless(follows < 0 || follows > firstWeight, {
    code: 'CANARY_SCALE_EARLY',
    at: at('steps'),
    value: `step ${follows}`,
    reason: 'lets the pods follow a weight that is still zero',
    remedy: 'follow the weight after the first one',
  });
