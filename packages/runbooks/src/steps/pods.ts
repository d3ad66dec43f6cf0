import type { Cluster, Service } from '@bizflow/config';
import { stepTimeouts } from '@bizflow/config/recovery';
import { clusterReady, named } from '../conditions.ts';
import type { Condition, Step } from '../runbook.ts';
import { longCommand, quoted } from '../shell.ts';

/** kubectl can reach the cluster, with a context of the same name. */
export const reachCluster = (cluster: Cluster): Step => ({
  title: `Reach the cluster ${cluster.name}`,
  why: 'This adds a kubectl context with the same name.',
  commands: [
    longCommand('run aws eks update-kubeconfig', {
      region: cluster.region.id,
      name: cluster.name,
      alias: cluster.name,
    }),
  ],
  condition: clusterReady(cluster),
  timeoutSeconds: stepTimeouts.kubeconfig,
});

const inNamespace = (cluster: Cluster, { name }: Service): string =>
  `kubectl --context ${cluster.name} --namespace bizflow-${name}`;

/** The External Secrets Operator copies a service's secrets at once. */
export const refreshSecret = (cluster: Cluster, service: Service): Step => ({
  title: `Copy the secrets of ${service.name} into the cluster now`,
  why: 'Otherwise the External Secrets Operator copies them within one hour.',
  commands: [
    `run ${inNamespace(cluster, service)} annotate externalsecret ${service.name} --overwrite ${quoted('force-sync=')}"$incident"`,
  ],
  condition: {
    name: named('secrets_of', service.name, 'copied'),
    test: `${inNamespace(cluster, service)} get secret ${service.name} --output ${quoted('jsonpath={.data.DATABASE_URL}')} | base64 -d | grep -qF "@$(promoted_endpoint):"`,
  },
  timeoutSeconds: stepTimeouts.secretCopy,
});

/** The pods of a service restart with the current secrets. */
export const restart = (cluster: Cluster, service: Service): Step => {
  const field = (path: string): string =>
    `"$(${inNamespace(cluster, service)} get rollout ${service.name} --output ${quoted(`jsonpath={${path}}`)})"`;
  const condition: Condition = {
    name: named(service.name, 'restarted'),
    test: [
      `[ ${field('.metadata.annotations.bizflow\\.io/incident')} = "$incident" ] &&`,
      `  [ ${field('.status.phase')} = Healthy ]`,
    ].join('\n'),
  };
  return {
    title: `Restart the pods of ${service.name}`,
    why: 'A pod keeps the secrets that it had at its start.',
    commands: [
      [
        `run ${inNamespace(cluster, service)} patch rollout ${service.name} --type merge --patch`,
        `"{\\"metadata\\":{\\"annotations\\":{\\"bizflow.io/incident\\":\\"$incident\\"}},\\"spec\\":{\\"restartAt\\":\\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\\"}}"`,
      ].join(' \\\n  '),
    ],
    condition,
    timeoutSeconds: stepTimeouts.restart,
  };
};
