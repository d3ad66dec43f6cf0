import type { IClusterSecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ClusterSecretStore';
import type { Construct } from 'constructs';
import type { Context } from './platform/component.ts';
import { clusterWide, customResource } from './synth.ts';

/** The one store through which a cluster reads its own region's Secrets Manager. */
export const secretStoreName = 'aws-secrets-manager';

/** Reads with the operator's own identity, and only for namespaces of the workload plane. */
export const secretStore = (scope: Construct, { cluster }: Context): void => {
  customResource<IClusterSecretStore>(clusterWide(scope), 'secret-store', {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
    metadata: { name: secretStoreName },
    spec: {
      provider: { aws: { service: 'SecretsManager', region: cluster.region.id } },
      conditions: [{ namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'workloads' } } }],
    },
  });
};
