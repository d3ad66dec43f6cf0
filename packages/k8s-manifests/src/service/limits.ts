import type { Cluster, Service } from '@bizflow/config';
import { rolloutPolicy } from '@bizflow/config/release';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';

// As the API server writes it back (Kubernetes, "Quantity": canonical form), so that Argo CD sees
// no difference.
const cpu = (millicores: number): k8s.Quantity =>
  k8s.Quantity.fromString(millicores % 1000 === 0 ? `${millicores / 1000}` : `${millicores}m`);

const memory = (mebibytes: number): k8s.Quantity =>
  k8s.Quantity.fromString(mebibytes % 1024 === 0 ? `${mebibytes / 1024}Gi` : `${mebibytes}Mi`);

/** The quota of a service's namespace, so that one service cannot starve the others. */
export const resourceQuota = (scope: Construct, cluster: Cluster, service: Service): void => {
  const pods = rolloutPolicy.versionsAtOnce * service.replicas[cluster.environment.name].max;
  const { cpuMillicores, memoryMi } = service.resources;
  new k8s.KubeResourceQuota(scope, 'quota', {
    metadata: { name: service.name },
    spec: {
      hard: {
        pods: k8s.Quantity.fromString(`${pods}`),
        'requests.cpu': cpu(pods * cpuMillicores),
        'requests.memory': memory(pods * memoryMi),
        'limits.memory': memory(pods * memoryMi),
      },
    },
  });
};

/** What a container gets that does not say: no pod is without a request. */
export const limitRange = (scope: Construct, service: Service): void => {
  const { cpuMillicores, memoryMi } = service.resources;
  new k8s.KubeLimitRange(scope, 'limits', {
    metadata: { name: service.name },
    spec: {
      limits: [
        {
          type: 'Container',
          defaultRequest: { cpu: cpu(cpuMillicores), memory: memory(memoryMi) },
          default: { memory: memory(memoryMi) },
        },
      ],
    },
  });
};
