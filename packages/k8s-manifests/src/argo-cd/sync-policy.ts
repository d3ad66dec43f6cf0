import { argoCd } from '@bizflow/config/platform';

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

const { limit, firstSeconds, factor, mostMinutes } = argoCd.syncRetry;

/** How a sync that fails is tried again. */
export const retry = {
  limit,
  backoff: { duration: `${firstSeconds}s`, factor, maxDuration: `${mostMinutes}m` },
};

/** Compares as the API server would apply, so that its defaults are no difference. */
export const serverSideDiff = {
  'argocd.argoproj.io/compare-options': 'ServerSideDiff=true,IncludeMutationWebhook=false',
} as const;
