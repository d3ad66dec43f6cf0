import { freeze } from '@bizflow/kernel';

/** How each cluster's own Argo CD is addressed and who may steer a release in it. */
export const argoCd = freeze({
  namespace: 'argocd',
  /** One Argo CD per cluster deploys to the cluster it runs in (docs/decisions/0002). */
  destination: 'https://kubernetes.default.svc',
  /** The single sign-on group that may resume, abort and retry a rollout, and nothing else. */
  releaseApprovers: 'bizflow-release-approvers',
});
