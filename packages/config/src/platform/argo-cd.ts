import { freeze } from '@bizflow/kernel';

/** How each cluster's own Argo CD is addressed, and what it does automatically. */
export const argoCd = freeze({
  namespace: 'argocd',
  /** One Argo CD per cluster deploys to the cluster it runs in (docs/decisions/0002). */
  destination: 'https://kubernetes.default.svc',
  /** How a sync that fails is tried again, and how often for a chart; our decision (0050). */
  syncRetry: { chartTries: 10, firstSeconds: 10, factor: 2, mostMinutes: 3 },
  /** Synced revisions that an Application can go back to; Argo CD's own default. */
  revisionHistoryLimit: 10,
});
