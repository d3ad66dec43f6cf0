import { type Cluster, type Service, type VariableName, variables } from '@bizflow/config';
import type { Construct } from 'constructs';
import type { IEnvVar } from 'kubernetes-models/v1/EnvVar';
import { secretStoreName } from '../secret-store.ts';
import { copiedSecrets } from '../secrets.ts';

/** The values of the service's variables in this cluster, without secrets. */
const plainVariables = (
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

/**
 * The document's plain variables, as part of the pods: a ReplicaSet owns its values, and a pod of it
 * that starts again gets the same ones (docs/decisions/0054).
 */
export const environment = (cluster: Cluster, service: Service): IEnvVar[] =>
  Object.entries(plainVariables(cluster, service))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value: literal(value) }));

// Kubernetes expands $(NAME) in a value, and reads $$ as $.
const literal = (value: string): string => value.replaceAll('$', '$$$$');

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
