import type { Cluster, Manifest } from '@bizflow/config';
import type { IClusterSecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ClusterSecretStore';
import { placeLabels } from './labels.ts';
import { customResource } from './synth.ts';

/** The one store through which a cluster reads its own region's Secrets Manager. */
export const secretStoreName = 'aws-secrets-manager';

/** Reads with the operator's own identity, and only for namespaces of the workload plane. */
export const secretStore = (cluster: Cluster): Manifest => {
  const object: IClusterSecretStore = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
    metadata: { name: secretStoreName, labels: placeLabels(cluster) },
    spec: {
      provider: { aws: { service: 'SecretsManager', region: cluster.region.id } },
      conditions: [{ namespaceSelector: { matchLabels: { 'bizflow.io/plane': 'workloads' } } }],
    },
  };
  return customResource(object);
};
