import type { Cluster, Manifest } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { ISecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore';
import type { ObjectMeta } from './service/metadata.ts';
import { customResource } from './synth.ts';

type Spec = NonNullable<IExternalSecret['spec']>;

/**
 * Copies secrets of the cluster's own Secrets Manager into a Secret of the same name: by key there,
 * the secret's last name. Every server default is written out, because what Argo CD compares must
 * not be filled in later.
 */
export const copiedSecrets = (
  cluster: Cluster,
  metadata: ObjectMeta,
  secretStoreRef: NonNullable<Spec['secretStoreRef']>,
  secrets: readonly (readonly [secretKey: string, secret: string])[],
): Manifest => {
  const object: IExternalSecret = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata,
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: '1h0m0s',
      secretStoreRef,
      target: { name: metadata.name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: secrets.map(([secretKey, secret]) => ({
        secretKey,
        remoteRef: {
          key: secretName(cluster, secret),
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          metadataPolicy: 'None',
        },
      })),
    },
  };
  return customResource(object);
};

/** A store that reads with a service account of its own namespace, and so with that role's rights. */
export const ownSecretStore = (
  { region }: Cluster,
  metadata: ObjectMeta,
  serviceAccount: string,
): Manifest => {
  const object: ISecretStore = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata,
    spec: {
      provider: {
        aws: {
          service: 'SecretsManager',
          region: region.id,
          auth: { jwt: { serviceAccountRef: { name: serviceAccount } } },
        },
      },
    },
  };
  return customResource(object);
};
