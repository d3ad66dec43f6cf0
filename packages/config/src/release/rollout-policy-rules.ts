import { type Problem, unless } from '@bizflow/kernel';
import { rolloutPolicy } from './rollout-policy.ts';

/** A Rollout can go on: it may add a pod, or take one away. */
export const rolloutPolicyRules = ({
  maxSurge,
  maxUnavailable,
}: {
  readonly maxSurge: string;
  readonly maxUnavailable: number;
} = rolloutPolicy): readonly Problem[] =>
  unless(Number.parseInt(maxSurge, 10) > 0 || maxUnavailable > 0, {
    code: 'ROLLOUT_STUCK',
    at: 'release.rolloutPolicy.maxSurge',
    value: maxSurge,
    reason: 'lets a release neither add nor remove a pod (Argo Rollouts refuses it)',
    remedy: 'write 25%, or raise maxUnavailable',
  });
