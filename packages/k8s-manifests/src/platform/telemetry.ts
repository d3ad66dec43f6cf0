import type { Cluster, Service } from '@bizflow/config';
import { roleArn } from '@bizflow/config/names';
import { platformAccounts } from '@bizflow/config/platform';
import { podPolicy } from '@bizflow/config/services';
import { collectors } from '@bizflow/config/tracing';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { podSecurity } from '../labels.ts';
import { clusterWide, customResource } from '../synth.ts';
import { confirmPrune } from '../waves.ts';
import type { CollectorConfig } from './collector-config.ts';
import { collectorNetwork } from './collector-network.ts';
import { clusterWideCollectorRights, collectorRights } from './collector-rights.ts';
import type { Context } from './component.ts';
import { edgeConfig } from './edge-config.ts';
import { samplerConfig } from './sampler-config.ts';

/**
 * Two tiers of collectors: `edge` takes everything from the pods, measures it and sends all spans of
 * a trace to one `sampler`, and only the sampler decides what is kept.
 */
export const telemetry = (scope: Construct, { cluster }: Context): void => {
  const whole = clusterWide(scope);
  namespace(whole, cluster);
  clusterWideCollectorRights(whole);
  // Only the edge asks the API server anything.
  serviceAccount(scope, cluster, 'edge', true);
  serviceAccount(scope, cluster, 'sampler', false);
  collectorRights(scope);
  collectorNetwork(scope, cluster);
  collector(scope, 'edge', edgeConfig(cluster), {
    mode: 'deployment',
    replicas: collectors.edgeReplicas,
    resources: asked(collectors.edgeResources),
  });
  collector(scope, 'sampler', samplerConfig(cluster), {
    mode: 'statefulset',
    replicas: collectors.samplerReplicas,
    resources: asked(collectors.samplerResources),
  });
};

const namespace = (scope: Construct, cluster: Cluster): void => {
  new k8s.KubeNamespace(scope, 'namespace', {
    metadata: {
      name: collectors.namespace,
      labels: { 'bizflow.io/plane': 'platform', ...podSecurity(cluster, 'restricted', 'enforce') },
      annotations: confirmPrune,
    },
  });
};

const serviceAccount = (
  scope: Construct,
  cluster: Cluster,
  tier: Tier,
  automountServiceAccountToken: boolean,
): void => {
  const identity = `otel-${tier}` as const;
  new k8s.KubeServiceAccount(scope, identity, {
    metadata: {
      name: platformAccounts[identity].serviceAccount,
      annotations: { 'eks.amazonaws.com/role-arn': roleArn(cluster, { name: identity }) },
    },
    automountServiceAccountToken,
  });
};

const asked = ({ cpuMillicores, memoryMi }: Service['resources']) => ({
  requests: { cpu: `${cpuMillicores}m`, memory: `${memoryMi}Mi`, 'ephemeral-storage': scratch },
  limits: { memory: `${memoryMi}Mi`, 'ephemeral-storage': scratch },
});

const scratch = `${collectors.diskMi}Mi`;

type Tier = 'edge' | 'sampler';

const collector = (
  scope: Construct,
  name: Tier,
  config: CollectorConfig,
  size: {
    readonly mode: 'deployment' | 'statefulset';
    readonly replicas: number;
    readonly resources: ReturnType<typeof asked>;
  },
): void => {
  customResource(scope, name, {
    apiVersion: 'opentelemetry.io/v1beta1',
    kind: 'OpenTelemetryCollector',
    metadata: { name },
    spec: {
      ...size,
      serviceAccount: platformAccounts[`otel-${name}`].serviceAccount,
      image: collectors.image,
      // Ours say who may reach a collector; the operator's would admit every source.
      networkPolicy: { enabled: false },
      podDisruptionBudget: { maxUnavailable: collectors.maxUnavailable },
      podSecurityContext: {
        runAsNonRoot: true,
        runAsUser: podPolicy.userId,
        runAsGroup: podPolicy.userId,
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
};
