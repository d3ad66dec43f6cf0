import {
  type Cluster,
  type Manifest,
  type Service,
  type VariableName,
  variables,
} from '@bizflow/config';
import { KubeConfigMap } from 'cdk8s-plus-29/lib/imports/k8s.js';
import { secretStoreName } from '../secret-store.ts';
import { copiedSecrets } from '../secrets.ts';
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
  // Not the SDK's parent-based default, by which a caller's header could drop a trace before its end.
  OTEL_TRACES_SAMPLER: 'always_on',
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
export const externalSecret = (cluster: Cluster, service: Service): Manifest =>
  copiedSecrets(
    cluster,
    metadata(cluster, service, service.name, 'configuration'),
    { kind: 'ClusterSecretStore', name: secretStoreName },
    service.variables.flatMap((name) => {
      const variable = variables[name];
      return variable.kind === 'secret' ? [[name, variable.secret] as const] : [];
    }),
  );
