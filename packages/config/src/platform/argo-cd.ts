import { freeze } from '@bizflow/kernel';

/** How each cluster's own Argo CD is addressed, and what it does by itself. */
export const argoCd = freeze({
  namespace: 'argocd',
  /** One Argo CD per cluster deploys to the cluster it runs in (docs/decisions/0002). */
  destination: 'https://kubernetes.default.svc',
});
