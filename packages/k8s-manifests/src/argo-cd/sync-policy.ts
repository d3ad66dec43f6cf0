/** What Argo CD may do by itself: heal and prune, but never empty a folder, never by force. */
export const automated = { prune: true, selfHeal: true, allowEmpty: false } as const;

/**
 * Server-side apply throughout, and hands off what controllers own. No `PruneLast`: it would wait
 * for a Rollout that is paused at its gate, and a revert could not even start.
 */
export const syncOptions = [
  'ServerSideApply=true',
  'RespectIgnoreDifferences=true',
  'FailOnSharedResource=true',
  'ApplyOutOfSyncOnly=true',
];

/** Five tries, ten seconds to three minutes apart. */
export const retry = {
  limit: 5,
  backoff: { duration: '10s', factor: 2, maxDuration: '3m' },
} as const;

/** Compares as the API server would apply, so that its defaults are no difference. */
export const serverSideDiff = {
  'argocd.argoproj.io/compare-options': 'ServerSideDiff=true,IncludeMutationWebhook=false',
} as const;
