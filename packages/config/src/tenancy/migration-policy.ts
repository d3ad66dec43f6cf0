import { freeze } from '@bizflow/kernel';

/** How the tenants' migration goes about its work; our decisions. */
export const migrationPolicy = freeze({
  /** Further tries, since a table may be locked for longer than the migration waits. */
  retries: 2,
  /**
   * Of the Job that no release waits for: about 90 minutes of them, from 10 s to 6 min apart (Kubernetes, "Pod
   * backoff failure policy"), since a new password needs up to an hour to be copied. Then Argo CD reports it.
   */
  ownRetries: 20,
  /** How long all tries together may take: a release waits for them. */
  deadlineSeconds: 300,
  connectSeconds: 10,
  statementSeconds: 60,
  /** A release must not wait for a long query, and the queries of all tenants must not wait for a release. */
  lockSeconds: 5,
  resources: { cpuMillicores: 50, memoryMi: 64, diskMi: 64 },
});
