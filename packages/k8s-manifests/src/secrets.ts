import type { Cluster } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import { secretPolicy } from '@bizflow/config/secrets';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { ISecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore';
import type { Construct } from 'constructs';
import { customResource } from './synth.ts';

type Spec = NonNullable<IExternalSecret['spec']>;

/** What is copied, and through which store. */
interface Copied {
  /** Of the ExternalSecret, and of the Secret that it makes. */
  readonly name: string;
  readonly store: NonNullable<Spec['secretStoreRef']>;
  /** The secret's last name in Secrets Manager, by its key in the Secret. */
  readonly secrets: readonly (readonly [secretKey: string, secret: string])[];
  /** Of the Secret, in the place of the ExternalSecret's own. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What the Secret holds beside, and is not secret. */
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * Copies secrets of the cluster's own Secrets Manager into a Secret. Every server default is written
 * out, because what Argo CD compares must not be filled in later.
 */
export const copiedSecrets = (
  scope: Construct,
  cluster: Cluster,
  { name, store, secrets, labels, data }: Copied,
): void => {
  customResource<IExternalSecret>(scope, 'external-secret', {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name },
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: `${secretPolicy.refreshHours}h0m0s`,
      secretStoreRef: store,
      target: {
        name,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        ...(labels && { template: template(labels, data) }),
      },
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
  });
};

// `Merge` keeps what was copied, beside what the template says.
const template = (
  labels: NonNullable<Copied['labels']>,
  data: Copied['data'],
): NonNullable<NonNullable<Spec['target']>['template']> => ({
  engineVersion: 'v2',
  mergePolicy: 'Merge',
  metadata: { labels: { ...labels } },
  ...(data && { data: { ...data } }),
});

/** A store that reads with a service account of its own namespace, so with the permissions of its role. */
export const ownSecretStore = (
  scope: Construct,
  { region }: Cluster,
  name: string,
  serviceAccount: string,
): void => {
  customResource<ISecretStore>(scope, 'secret-store', {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name },
    spec: {
      provider: {
        aws: {
          service: 'SecretsManager',
          region: region.id,
          auth: { jwt: { serviceAccountRef: { name: serviceAccount } } },
        },
      },
    },
  });
};
