import type { Cluster, Manifest, Service } from '@bizflow/config';
import { KubeLimitRange, KubeResourceQuota, Quantity } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described, metadata } from './metadata.ts';

/**
 * Stable, canary, and one version on its way out: what a release may hold at most at full scale
 * (Argo Rollouts keeps an aborted version for `abortScaleDownDelaySeconds`).
 */
const versionsAtOnce = 3;

// As the API server writes it back (Kubernetes, "Quantity": canonical form), so that Argo CD sees
// no difference.
const cpu = (millicores: number): Quantity =>
  Quantity.fromString(millicores % 1000 === 0 ? `${millicores / 1000}` : `${millicores}m`);

const memory = (mebibytes: number): Quantity =>
  Quantity.fromString(mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`);

/** The most a service's namespace may hold, so that a runaway cannot starve its neighbours. */
export const resourceQuota = (cluster: Cluster, service: Service): Manifest => {
  const pods = versionsAtOnce * service.replicas[cluster.environment.name].max;
  const { cpuMillicores, memoryMi } = service.resources;
  return described(
    metadata(cluster, service, service.name, 'ground'),
    KubeResourceQuota.manifest({
      spec: {
        hard: {
          pods: Quantity.fromString(`${pods}`),
          'requests.cpu': cpu(pods * cpuMillicores),
          'requests.memory': memory(pods * memoryMi),
          'limits.memory': memory(pods * memoryMi),
        },
      },
    }),
  );
};

/** What a container gets that does not say: no pod is without a request. */
export const limitRange = (cluster: Cluster, service: Service): Manifest => {
  const { cpuMillicores, memoryMi } = service.resources;
  return described(
    metadata(cluster, service, service.name, 'ground'),
    KubeLimitRange.manifest({
      spec: {
        limits: [
          {
            type: 'Container',
            defaultRequest: { cpu: cpu(cpuMillicores), memory: memory(memoryMi) },
            default: { memory: memory(memoryMi) },
          },
        ],
      },
    }),
  );
};
