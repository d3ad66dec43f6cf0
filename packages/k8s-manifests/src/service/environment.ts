import { type Cluster, type Service, type VariableName, variables } from '@bizflow/config';
import { k8s } from 'cdk8s-plus-29';
import type { Construct } from 'constructs';
import { secretStoreName } from '../secret-store.ts';
import { copiedSecrets } from '../secrets.ts';

/** The values of the service's variables in this cluster, without secrets. */
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
export const configMap = (scope: Construct, cluster: Cluster, service: Service): void => {
  new k8s.KubeConfigMap(scope, 'variables', {
    metadata: { name: service.name },
    data: plainVariables(cluster, service),
  });
};

/**
 * The document's `secretsmanager://` variables. Nothing in Kubernetes resolves such a URL, so the
 * External Secrets Operator copies each secret string into the variable (docs/decisions/0011).
 */
export const externalSecret = (scope: Construct, cluster: Cluster, service: Service): void =>
  copiedSecrets(scope, cluster, {
    name: service.name,
    store: { kind: 'ClusterSecretStore', name: secretStoreName },
    secrets: service.variables.flatMap((name) => {
      const variable = variables[name];
      return variable.kind === 'secret' ? [[name, variable.secret] as const] : [];
    }),
  });
