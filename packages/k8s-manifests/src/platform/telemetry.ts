import type { Cluster, Manifest, Service } from '@bizflow/config';
import { roleArn } from '@bizflow/config/names';
import { collectors } from '@bizflow/config/tracing';
import { KubeNamespace, KubeServiceAccount } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { podSecurity } from '../labels.ts';
import { described } from '../service/metadata.ts';
import { customResource } from '../synth.ts';
import { confirmed } from '../waves.ts';
import type { CollectorConfig } from './collector-config.ts';
import { collectorNetwork } from './collector-network.ts';
import { collectorRights } from './collector-rights.ts';
import { edgeConfig } from './edge-config.ts';
import { clusterWide, namespaced } from './metadata.ts';
import { samplerConfig } from './sampler-config.ts';

const { namespace } = collectors;

/**
 * Two tiers of collectors: `edge` takes everything from the pods, measures it and sends all spans of
 * a trace to one `sampler`, which alone decides what is kept. Nothing samples before it.
 */
export const telemetry = (cluster: Cluster): readonly Manifest[] => [
  home(cluster),
  // Only the edge asks the API server anything.
  identity(cluster, 'otel-edge', true),
  identity(cluster, 'otel-sampler', false),
  ...collectorRights(cluster),
  ...collectorNetwork(cluster),
  collector(cluster, 'edge', edgeConfig(cluster), {
    mode: 'deployment',
    replicas: collectors.edgeReplicas,
    resources: asked(collectors.edgeResources),
  }),
  collector(cluster, 'sampler', samplerConfig(cluster), {
    mode: 'statefulset',
    replicas: collectors.samplerReplicas,
    resources: asked(collectors.samplerResources),
  }),
];

const home = (cluster: Cluster): Manifest => {
  const { labels, ...rest } = clusterWide(cluster, namespace, confirmed);
  const security = {
    'bizflow.io/plane': 'platform',
    ...podSecurity(cluster, 'restricted', 'enforce'),
  };
  return described({ ...rest, labels: { ...labels, ...security } }, KubeNamespace.manifest());
};

const identity = (
  cluster: Cluster,
  name: string,
  automountServiceAccountToken: boolean,
): Manifest =>
  described(
    namespaced(cluster, namespace, name, {
      'eks.amazonaws.com/role-arn': roleArn(cluster, { name }),
    }),
    KubeServiceAccount.manifest({ automountServiceAccountToken }),
  );

const asked = ({ cpuMillicores, memoryMi }: Service['resources']) => ({
  requests: { cpu: `${cpuMillicores}m`, memory: `${memoryMi}Mi`, 'ephemeral-storage': scratch },
  limits: { memory: `${memoryMi}Mi`, 'ephemeral-storage': scratch },
});

// Logs until they are collected: a collector holds everything else in memory.
const scratch = '256Mi';

const collector = (
  cluster: Cluster,
  name: string,
  config: CollectorConfig,
  size: {
    readonly mode: 'deployment' | 'statefulset';
    readonly replicas: number;
    readonly resources: ReturnType<typeof asked>;
  },
): Manifest =>
  customResource({
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: namespaced(cluster, namespace, name),
    spec: {
      ...size,
      serviceAccount: `otel-${name}`,
      image: collectors.image,
      podDisruptionBudget: { maxUnavailable: 1 },
      podSecurityContext: {
        runAsNonRoot: true,
        runAsUser: 10001,
        runAsGroup: 10001,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      config,
    },
  });
