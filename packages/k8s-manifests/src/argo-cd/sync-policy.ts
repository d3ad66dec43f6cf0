import { argoCd } from '@bizflow/config/platform';

/** What Argo CD may do automatically: self-heal and prune, but never prune everything and never force. */
const automated = { prune: true, selfHeal: true, allowEmpty: false } as const;

/**
 * Server-side apply throughout, and hands off what controllers own. No `PruneLast`: it would wait
 * for a Rollout that is paused at its gate, and a revert could not even start.
 */
const syncOptions = [
  'ServerSideApply=true',
  'RespectIgnoreDifferences=true',
  'FailOnSharedResource=true',
];

/** All but the root write only what differs. The root looks at all of its waves at each try, in order. */
export const onlyDifferences = 'ApplyOutOfSyncOnly=true';

const { chartTries, firstSeconds, factor, mostMinutes } = argoCd.syncRetry;

/**
 * As often as it takes, and each time what Git holds by then: a sync that is given up is never tried again for
 * its commit (argo-cd#18442), and one that holds on to an old commit takes no fix (argo-cd#11494).
 */
const retry = {
  limit: -1,
  refresh: true,
  backoff: { duration: `${firstSeconds}s`, factor, maxDuration: `${mostMinutes}m` },
};

/**
 * A chart is tried a number of times. An operation keeps the source that it began with, and for a chart a fix is
 * a new source, with another version or other values: it is taken when the tries for the old one are over.
 */
const chartRetry = { ...retry, limit: chartTries };

/** How Argo CD syncs an Application, with what it does beside. */
export const syncPolicy = (isChart: boolean, ...extraOptions: readonly string[]) => ({
  automated,
  retry: isChart ? chartRetry : retry,
  syncOptions: [...syncOptions, ...extraOptions],
});

/** Compares with server-side diff, so that defaults are not reported as a difference. */
export const serverSideDiff = {
  'argocd.argoproj.io/compare-options': 'ServerSideDiff=true,IncludeMutationWebhook=false',
} as const;
