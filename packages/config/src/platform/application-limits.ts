import { freeze } from '@bizflow/kernel';

/** When Argo CD tells people of an Application that does not recover by itself; our decision (0055). */
export const applicationLimits = freeze({
  /** A sync that failed this often in a row is not a passing fault. */
  failedTries: 3,
  /** A restart, and an aborted canary, are degraded for less. */
  degradedMinutes: 5,
  /** Errors of Git or of a chart's repository are often over by then. */
  errorMinutes: 5,
  /** An automated sync starts within minutes. */
  outOfSyncMinutes: 30,
  /** Longer than a Rollout may take without progress, which aborts it first. */
  progressingMinutes: 30,
  /** A gate that waits for half a working day is forgotten. */
  suspendedMinutes: 240,
});
