import { freeze } from '@bizflow/kernel';

/** What we decide of controllers beyond their charts' defaults. */
export const controllerSettings = freeze({
  /** Pods of each controller whose absence a release or an autoscaler would feel at once. */
  replicas: { 'external-secrets': 2, 'argo-rollouts': 2, 'metrics-server': 2 },
  /** Ahead of its chart: 1.10 fixes the ping-pong status that analysis reads (argo-rollouts#4184). */
  argoRolloutsTag: 'v1.10.2',
  /** Deleting the resource must not remove the web ACL of a running load balancer. */
  webAclDeletion: 'retain',
});
