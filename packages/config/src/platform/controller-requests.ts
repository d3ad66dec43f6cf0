import { freeze } from '@bizflow/kernel';
import type { ControllerName } from './controllers.ts';

/** What a container of a controller asks of its node, and where its chart takes it. */
export interface ControllerRequest {
  /** The path of the container's `resources` in the values of the chart. */
  readonly at: readonly string[];
  readonly cpu: string;
  readonly memory: string;
}

const request = (at: string, cpu: string, memory: string): ControllerRequest => ({
  at: at.split('.'),
  cpu,
  memory,
});

/**
 * Requests of all containers whose chart gives them none. Numbers are the examples that each chart writes beside
 * its empty default, in its values.yaml; Karpenter's are those of its installation guide. There are no limits: a
 * controller that is stopped for its memory, or slowed down, is worse than one that is large for a while.
 */
export const controllerRequests: Partial<
  Readonly<Record<ControllerName, readonly ControllerRequest[]>>
> = freeze({
  'argo-cd': [
    request('applicationSet.resources', '100m', '128Mi'),
    request('controller.resources', '250m', '256Mi'),
    request('notifications.resources', '100m', '128Mi'),
    request('redis.resources', '100m', '64Mi'),
    request('redisSecretInit.resources', '100m', '64Mi'),
    request('repoServer.copyutil.resources', '10m', '64Mi'),
    request('repoServer.resources', '10m', '64Mi'),
    request('server.resources', '50m', '64Mi'),
  ],
  'argo-rollouts': [request('controller.resources', '50m', '64Mi')],
  'aws-load-balancer-controller': [request('resources', '100m', '128Mi')],
  // Two charts without an example, these and external-dns: our decision (0057).
  calico: [request('resources', '50m', '128Mi')],
  'external-dns': [request('resources', '50m', '64Mi')],
  'external-secrets': [
    request('certController.resources', '10m', '32Mi'),
    request('resources', '10m', '32Mi'),
    request('webhook.resources', '10m', '32Mi'),
  ],
  karpenter: [request('controller.resources', '1', '1Gi')],
  'opentelemetry-operator': [request('manager.resources', '100m', '64Mi')],
});
