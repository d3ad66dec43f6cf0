import { type Cluster, type Manifest, notifications, roleArn, secretName } from '@bizflow/config';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { ISecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore';
import { KubeServiceAccount } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { described } from '../service/metadata.ts';
import { customResource } from '../synth.ts';
import { namespaced } from './metadata.ts';

const namespace = 'argo-rollouts';
const reader = 'notification-reader';

/** The name Argo Rollouts looks for (Argo Rollouts, "Notifications"). */
const secret = 'argo-rollouts-notification-secret';

/** The tokens of Slack and PagerDuty, read by an identity that may read nothing else. */
export const notificationSecrets = (cluster: Cluster): readonly Manifest[] => {
  const store: ISecretStore = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: namespaced(cluster, namespace, reader),
    spec: {
      provider: {
        aws: {
          service: 'SecretsManager',
          region: cluster.region.id,
          auth: { jwt: { serviceAccountRef: { name: reader } } },
        },
      },
    },
  };
  const external: IExternalSecret = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: namespaced(cluster, namespace, secret),
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: '1h0m0s',
      secretStoreRef: { kind: 'SecretStore', name: reader },
      target: { name: secret, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: Object.entries(notifications.secrets).map(([secretKey, name]) => ({
        secretKey,
        remoteRef: {
          key: secretName(cluster, name),
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          metadataPolicy: 'None',
        },
      })),
    },
  };
  return [
    described(
      namespaced(cluster, namespace, reader, {
        'eks.amazonaws.com/role-arn': roleArn(cluster, { name: reader }),
      }),
      KubeServiceAccount.manifest({ automountServiceAccountToken: false }),
    ),
    customResource(store),
    customResource(external),
  ];
};
