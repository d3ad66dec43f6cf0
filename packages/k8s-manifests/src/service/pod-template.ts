import {
  type Cluster,
  type Compute,
  type ImageDigest,
  imageRepository,
  type Service,
} from '@bizflow/config';
import { loadBalancers } from '@bizflow/config/network';
import { podPolicy } from '@bizflow/config/services';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';

import { selectorLabels, serviceLabels } from '../labels.ts';
import { containerContext, podContext } from '../least-rights.ts';
import { environment } from './environment.ts';
import { ports } from './traffic.ts';

type PodSpec = NonNullable<IPodTemplateSpec['spec']>;

/** The pods of a service: no root, no writable root file system, no capability, an exact digest. */
export const podTemplate = (
  cluster: Cluster,
  service: Service,
  digest: ImageDigest,
): IPodTemplateSpec => ({
  metadata: {
    labels: { ...serviceLabels(cluster, service), 'bizflow.io/compute': service.compute.kind },
  },
  spec: {
    priorityClassName: service.priority,
    serviceAccountName: service.name,
    automountServiceAccountToken: false,
    // Kubernetes counts it from the start of preStop, not from SIGTERM.
    terminationGracePeriodSeconds: drainSeconds(service) + service.shutdownSeconds,
    securityContext: podContext,
    ...placement(service, service.compute),
    containers: [container(cluster, service, digest)],
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: `${podPolicy.tmpMi}Mi` } }],
  },
});

const drainSeconds = ({ exposure }: Service): number =>
  exposure === null ? 0 : loadBalancers.drainSeconds;

// Fargate runs each pod on its own machine: there is neither node selection nor spread.
const placement = (service: Service, compute: Compute): Partial<PodSpec> =>
  compute.kind === 'fargate'
    ? {}
    : {
        nodeSelector: { 'kubernetes.io/arch': compute.architecture },
        // Spread as far as there is room: a full zone must not block a release.
        topologySpreadConstraints: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map(
          (topologyKey) => ({
            maxSkew: podPolicy.maxSkew,
            topologyKey,
            whenUnsatisfiable: 'ScheduleAnyway',
            labelSelector: { matchLabels: { ...selectorLabels(service) } },
          }),
        ),
      };

const container = (
  cluster: Cluster,
  service: Service,
  digest: ImageDigest,
): PodSpec['containers'][number] => {
  const { name, port, healthPath, resources } = service;
  const drain = drainSeconds(service);
  const memory = `${resources.memoryMi}Mi`;
  const disk = `${podPolicy.diskMi}Mi`;
  const health = { path: healthPath, port: ports.name };
  return {
    name,
    image: `${cluster.registry}/${imageRepository({ name })}@${digest}`,
    ports: [{ name: ports.name, containerPort: port }],
    // A changed variable is a new version too: it must earn its traffic like a new image.
    env: environment(cluster, service),
    envFrom: [{ secretRef: { name } }],
    startupProbe: { httpGet: health, ...podPolicy.startup },
    readinessProbe: { httpGet: health, ...podPolicy.readiness },
    livenessProbe: { httpGet: health, ...podPolicy.liveness },
    ...(drain === 0 ? {} : { lifecycle: { preStop: { sleep: { seconds: drain } } } }),
    resources: {
      requests: { cpu: `${resources.cpuMillicores}m`, memory, 'ephemeral-storage': disk },
      // No CPU limit: it would throttle a pod on an idle node (docs/decisions/0029).
      limits: { memory, 'ephemeral-storage': disk },
    },
    securityContext: containerContext,
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
};
