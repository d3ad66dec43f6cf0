import {
  type Cluster,
  type Manifest,
  type Service,
  secretName,
  type VariableName,
  variables,
} from '@bizflow/config';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import { KubeConfigMap } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { secretStoreName } from '../secret-store.ts';
import { customResource } from '../synth.ts';
import { described, metadata } from './metadata.ts';

/** The values of the service's variables that are no secrets, as they read in this cluster. */
export const plainVariables = (
  { region }: Cluster,
  service: Service,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    service.variables.flatMap((name: VariableName): [string, string][] => {
      const variable = variables[name];
      if (variable.kind === 'plain') return [[name, variable.value]];
      return variable.kind === 'region' ? [[name, region.id]] : [];
    }),
  ),
  // The collector labels every series with it, and the canary's query selects by it.
  OTEL_SERVICE_NAME: service.name,
});

/** The document's plain variables. */
export const configMap = (cluster: Cluster, service: Service): Manifest =>
  described(
    metadata(cluster, service, service.name, 'configuration'),
    KubeConfigMap.manifest({ data: plainVariables(cluster, service) }),
  );

/**
 * The document's `secretsmanager://` variables. Nothing in Kubernetes resolves such a URL, so the
 * External Secrets Operator copies each secret string into the variable (docs/decisions/0011).
 */
export const externalSecret = (cluster: Cluster, service: Service): Manifest => {
  const object: IExternalSecret = {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: metadata(cluster, service, service.name, 'configuration'),
    spec: {
      refreshPolicy: 'Periodic',
      refreshInterval: '1h0m0s',
      secretStoreRef: { kind: 'ClusterSecretStore', name: secretStoreName },
      target: { name: service.name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: service.variables.flatMap((name) => {
        const variable = variables[name];
        if (variable.kind !== 'secret') return [];
        const key = secretName(cluster, variable.secret);
        // Every server default is written out: what Argo CD compares must not be filled in later.
        const remoteRef = {
          key,
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          metadataPolicy: 'None',
        } as const;
        return [{ secretKey: name, remoteRef }];
      }),
    },
  };
  return customResource(object);
};
