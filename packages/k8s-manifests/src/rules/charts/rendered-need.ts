import { managedPool } from '@bizflow/config/compute';
import type { IDeployment } from 'kubernetes-models/apps/v1/Deployment';
import type { ClusterObjects } from '../objects.ts';
import { quantity } from '../quantity.ts';

/** What the Deployments that are rendered here request of the managed nodes. */
export const renderedNeed = (objects: ClusterObjects) => {
  const containers = objects.ofKind<IDeployment>('Deployment').flatMap(({ body }) => {
    const { replicas = 1, template } = body.spec ?? { replicas: 0 };
    const { nodeSelector = {}, containers = [] } = template?.spec ?? {};
    const here = Object.entries(managedPool).every(([key, value]) => nodeSelector[key] === value);
    return here ? [{ replicas, containers }] : [];
  });
  const sum = (resource: 'cpu' | 'memory'): number =>
    containers.reduce(
      (total, { replicas, containers }) =>
        total +
        replicas *
          containers.reduce(
            (of, { resources }) => of + quantity(resources?.requests?.[resource] ?? 0),
            0,
          ),
      0,
    );
  return {
    pods: containers.reduce((total, { replicas }) => total + replicas, 0),
    cpu: sum('cpu'),
    memory: sum('memory'),
  };
};
