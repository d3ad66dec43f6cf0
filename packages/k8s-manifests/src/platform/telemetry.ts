import { type Cluster, collectors, type Manifest, roleArn } from '@bizflow/config';
import {
  KubeNamespace,
  KubeRole,
  KubeRoleBinding,
  KubeServiceAccount,
} from 'cdk8s-plus-29/lib/imports/k8s.js';
import { podSecurity } from '../labels.ts';
import { described } from '../service/metadata.ts';
import { customResource } from '../synth.ts';
import { confirmed } from '../waves.ts';
import type { CollectorConfig } from './collector-config.ts';
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
  ...identity(cluster, 'otel-edge'),
  ...identity(cluster, 'otel-sampler'),
  ...resolver(cluster),
  collector(cluster, 'edge', edgeConfig(cluster), {
    mode: 'deployment',
    replicas: collectors.edgeReplicas,
  }),
  collector(cluster, 'sampler', samplerConfig(cluster), {
    mode: 'statefulset',
    replicas: collectors.samplerReplicas,
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

const identity = (cluster: Cluster, name: string): readonly Manifest[] => [
  described(
    namespaced(cluster, namespace, name, {
      'eks.amazonaws.com/role-arn': roleArn(cluster, { name }),
    }),
    KubeServiceAccount.manifest({ automountServiceAccountToken: true }),
  ),
];

// The edge finds the samplers' addresses by watching their Service's endpoints.
const resolver = (cluster: Cluster): readonly Manifest[] => [
  described(
    namespaced(cluster, namespace, 'otel-edge-resolver'),
    KubeRole.manifest({
      rules: [
        {
          apiGroups: ['discovery.k8s.io'],
          resources: ['endpointslices'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    }),
  ),
  described(
    namespaced(cluster, namespace, 'otel-edge-resolver'),
    KubeRoleBinding.manifest({
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'otel-edge-resolver' },
      subjects: [{ kind: 'ServiceAccount', name: 'otel-edge', namespace }],
    }),
  ),
];

const collector = (
  cluster: Cluster,
  name: string,
  config: CollectorConfig,
  size: { readonly mode: 'deployment' | 'statefulset'; readonly replicas: number },
): Manifest =>
  customResource({
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: namespaced(cluster, namespace, name),
    spec: {
      ...size,
      serviceAccount: `otel-${name}`,
      image: collectors.image,
      podSecurityContext: {
        runAsNonRoot: true,
        runAsUser: 10001,
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
