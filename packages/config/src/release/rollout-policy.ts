import { freeze } from '@bizflow/kernel';

/** How every Rollout goes about a release, beside the steps of its canary; our decisions. */
export const rolloutPolicy = freeze({
  /** How long a pod must stay ready before it counts. */
  minReadySeconds: 15,
  /** Old versions that are kept to go back to. */
  revisionHistoryLimit: 5,
  /** A release without progress for this long is aborted. */
  progressDeadlineSeconds: 900,
  /** A revert to one of so many last revisions skips steps and gate (docs/decisions/0012). */
  rollbackRevisions: 3,
  maxSurge: '25%',
  maxUnavailable: 0,
  /** How long pods of the version before stay: the load balancer must have forgotten them. */
  scaleDownDelaySeconds: 60,
  abortScaleDownDelaySeconds: 60,
  /** Stable, canary, and an aborted one that is scaling down: ReplicaSets that may be at full scale at once. */
  versionsAtOnce: 3,
});
