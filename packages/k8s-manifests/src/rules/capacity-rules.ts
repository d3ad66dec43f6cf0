import { type Problem, unless } from '@bizflow/kernel';
import type { IResourceQuota } from 'kubernetes-models/v1/ResourceQuota';
import { type NodePool, offers, taintsOf } from './node-pools.ts';
import type { ClusterObjects } from './objects.ts';
import { quantity } from './quantity.ts';
import { type Release, releasesOf } from './release.ts';
import { scalersOf } from './scaling-rules.ts';

/** What a release requests when stable and canary are both at full scale (traffic routing by ALB). */
const need = (release: Release, objects: ClusterObjects) => {
  const max = scalersOf(release, objects)[0]?.body.spec?.maxReplicas ?? 0;
  const pods = 2 * max;
  const sum = (resource: 'cpu' | 'memory'): number =>
    (release.pod?.spec?.containers ?? []).reduce(
      (total, { resources }) => total + quantity(resources?.requests?.[resource]),
      0,
    );
  return { pods, 'requests.cpu': pods * sum('cpu'), 'requests.memory': pods * sum('memory') };
};

/** A canary doubles the pods: quotas and node pools must have room for both versions at once. */
export const releasesFindRoom = (objects: ClusterObjects): readonly Problem[] => {
  const releases = releasesOf(objects);
  return [
    ...releases.flatMap((release) => quotaRules(release, objects)),
    ...poolRules(releases, objects),
  ];
};

const quotaRules = (release: Release, objects: ClusterObjects): readonly Problem[] => {
  const wanted = Object.entries(need(release, objects));
  return objects
    .inNamespace<IResourceQuota>('ResourceQuota', release.namespace)
    .flatMap(({ path, body }) => {
      const hard = body.spec?.hard ?? {};
      return wanted.flatMap(([resource, amount]) =>
        unless(hard[resource] === undefined || amount <= quantity(hard[resource]), {
          code: 'QUOTA_FOR_CANARY',
          at: `${path}#/spec/hard/${resource}`,
          value: hard[resource],
          reason: `is too small for a release at full scale, which requests ${amount}`,
          remedy: 'raise the quota, or lower the autoscaler',
        }),
      );
    });
};

// Pods without a node selector go to the pools without taints, of their architecture.
const poolRules = (releases: readonly Release[], objects: ClusterObjects): readonly Problem[] =>
  [...cpuOfReleases(releases, objects)].flatMap(([architecture, cpu]) => {
    const { room, path } = poolRoom(objects, architecture);
    return unless(room >= cpu, {
      code: 'NODES_FOR_CANARY',
      at: path,
      value: `${room} vCPUs of ${architecture}`,
      reason: `are too small for releases at full scale, which request ${cpu}`,
      remedy: 'raise the limits of the node pools, or lower the autoscalers',
    });
  });

/** vCPUs that releases at full scale request, by architecture. */
export const cpuOfReleases = (
  releases: readonly Release[],
  objects: ClusterObjects,
): ReadonlyMap<string, number> => {
  const wanted = new Map<string, number>();
  for (const release of releases) {
    const architecture = release.pod?.spec?.nodeSelector?.['kubernetes.io/arch'];
    if (architecture === undefined) continue;
    const before = wanted.get(architecture) ?? 0;
    wanted.set(architecture, before + need(release, objects)['requests.cpu']);
  }
  return wanted;
};

/** vCPUs of the node pools that take any pod of an architecture, and the file of the first. */
export const poolRoom = (objects: ClusterObjects, architecture: string) => {
  const pools = objects
    .ofKind<NodePool>('NodePool')
    .filter((pool) => taintsOf(pool).length === 0)
    .filter((pool) => offers(pool, 'kubernetes.io/arch', architecture));
  return {
    room: pools.reduce((sum, { body }) => sum + quantity(body.spec.limits?.cpu), 0),
    path: pools[0]?.path ?? objects.cluster.id,
  };
};
