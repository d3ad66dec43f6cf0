import type { Environment } from '@bizflow/config';
import type { CanaryPolicy } from '@bizflow/config/release';
import type { ICanaryStep } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/CanaryStep';

type Step = CanaryPolicy['steps'][number];

/**
 * Behind a load balancer: during the approval the canary has pods without traffic, then weights rise. The pods
 * follow the weight only from the first one on: before it they would follow a weight of zero.
 */
export const byTraffic = ({ approval, canary }: Environment): ICanaryStep[] => [
  { setCanaryScale: { replicas: canary.minPods } },
  ...(approval ? [{ pause: {} }] : []),
  ...canary.steps.flatMap(stage).toSpliced(1, 0, { setCanaryScale: { matchTrafficWeight: true } }),
];

/** Without a load balancer a weight is a share of pods, so the gate comes before the first one. */
export const byPods = ({ approval, canary }: Environment): ICanaryStep[] => [
  ...(approval ? [{ pause: {} }] : []),
  ...canary.steps.flatMap(stage),
];

/** Where background analysis starts; one step later the first share would not be measured. */
export const firstTimedPause = (steps: readonly ICanaryStep[]): number =>
  steps.findIndex(({ pause }) => pause?.duration !== undefined);

const stage = ({ percent, holdMinutes }: Step): ICanaryStep[] => [
  { setWeight: percent },
  { pause: { duration: `${holdMinutes}m` } },
];
