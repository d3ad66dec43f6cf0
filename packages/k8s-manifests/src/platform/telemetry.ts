import type { Cluster, Service } from '@bizflow/config';
import { platformAccounts } from '@bizflow/config/platform';
import { collectors } from '@bizflow/config/tracing';
import type { Construct } from 'constructs';
import { platformLabels } from '../labels.ts';
import { containerContext, podContext } from '../least-rights.ts';
import { namespace } from '../namespace.ts';
import { serviceAccount } from '../service-account.ts';
import { clusterWide, customResource } from '../synth.ts';
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
  namespace(whole, collectors.namespace, platformLabels(cluster, 'restricted'));
  clusterWideCollectorRights(whole);
  // Only the edge asks the API server anything.
  account(scope, cluster, 'edge', true);
  account(scope, cluster, 'sampler', false);
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

const account = (scope: Construct, cluster: Cluster, tier: Tier, token: boolean): void => {
  const role = `otel-${tier}` as const;
  const { serviceAccount: name } = platformAccounts[role];
  serviceAccount(scope, role, cluster, { name, role }, token);
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
      podSecurityContext: podContext,
      securityContext: containerContext,
      config,
    },
  });
};
