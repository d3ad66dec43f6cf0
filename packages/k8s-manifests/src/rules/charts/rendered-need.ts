import { managedPool } from '@bizflow/config/compute';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { ClusterObjects } from '../objects.ts';
import { quantity } from '../quantity.ts';

/** The pods of the Deployments that are rendered here, as far as they are for the managed nodes. */
export const renderedPods = (objects: ClusterObjects): readonly Replicated[] =>
  objects.ofKind<IDeployment>('Deployment').flatMap(({ body }) => {
    const { replicas = 1, template } = body.spec ?? { replicas: 0 };
    const { nodeSelector = {}, containers = [] } = template?.spec ?? {};
    const here = Object.entries(managedPool).every(([key, value]) => nodeSelector[key] === value);
    return here ? [{ replicas, containers }] : [];
  });

/** Pods that are the same. */
export interface Replicated {
  readonly replicas: number;
  readonly containers: readonly {
    readonly resources?: { readonly requests?: Readonly<Record<string, string | number>> };
  }[];
}

/** What pods request together. */
export const needOf = (pods: readonly Replicated[]) => {
  const sum = (of: (pod: Replicated) => number): number =>
    pods.reduce((total, pod) => total + pod.replicas * of(pod), 0);
  const requests = (resource: 'cpu' | 'memory') =>
    sum(({ containers }) =>
      containers.reduce((total, container) => total + requested(container, resource), 0),
    );
  return { pods: sum(() => 1), cpu: requests('cpu'), memory: requests('memory') };
};

/** What a container requests; one that says nothing requests nothing. */
export const requested = (
  { resources }: Replicated['containers'][number],
  resource: 'cpu' | 'memory',
): number => quantity(resources?.requests?.[resource] ?? 0);
