import type { Cluster, Service } from '@bizflow/config';
import { complianceLabel } from '@bizflow/config/names';
import type { Controller } from '@bizflow/config/platform';
import { type Labels, once, onceForBoth } from '@bizflow/kernel';

/** What every object says of its place: whose data, under which laws, resting where. */
export const placeLabels = once(
  ({ environment, region }: Cluster): Labels => ({
    'app.kubernetes.io/part-of': 'bizflow',
    'bizflow.io/compliance': complianceLabel(region),
    'bizflow.io/environment': environment.name,
    'bizflow.io/region': region.id,
    'bizflow.io/residency': region.country,
  }),
);

/** What selects a service's pods. Immutable in a Rollout, so nothing else may join it. */
export const selectorLabels = ({ name }: Service): Labels => ({ 'app.kubernetes.io/name': name });

/** The labels of everything that belongs to a service in a cluster. */
export const serviceLabels = onceForBoth(
  (cluster: Cluster, service: Service): Labels => ({
    ...selectorLabels(service),
    ...placeLabels(cluster),
  }),
);

/** The Pod Security level of a namespace, at the version of its cluster, for each mode. */
export const podSecurity = (
  { region }: Cluster,
  level: Controller['podSecurity'],
  ...modes: readonly ('enforce' | 'audit' | 'warn')[]
): Labels =>
  Object.fromEntries(
    modes.flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, `v${region.cluster.kubernetes}`],
    ]),
  );

/** What the namespace of a controller or component says of it. */
export const platformLabels = (cluster: Cluster, level: Controller['podSecurity']): Labels => ({
  'bizflow.io/plane': 'platform',
  ...podSecurity(cluster, level, 'enforce'),
});

/** The labels of the namespace that a controller has to itself. */
export const ownNamespace = (cluster: Cluster, level: Controller['podSecurity']) => ({
  labels: { ...placeLabels(cluster), ...platformLabels(cluster, level) },
});
