import { type Cluster, type Fleet, type Service, variables } from '@bizflow/config';
import { type Identity, type PlatformIdentity, platformIdentities } from '@bizflow/config/platform';
import { applicationTokens, releaseTokens } from '@bizflow/config/release';
import { repositoryAccess, signOn } from '@bizflow/config/sign-on';
import { loginsOf, tenancy } from '@bizflow/config/tenancy';
import { policyController } from './image-signatures.ts';
import { karpenter } from './karpenter.ts';
import { loadBalancerController } from './load-balancers.ts';
import { awsNode, externalDns } from './network.ts';
import { readsNamed, readsSecrets } from './secrets.ts';
import { arn, type Statement } from './statement.ts';
import { argoRollouts, cloudwatchAgent, otelEdge, otelSampler } from './telemetry.ts';
import { ackWafv2 } from './web-acl.ts';
import { workload } from './workload.ts';

/** A role, the one service account that may take it, and all it may do. */
export interface WorkloadRole extends Identity {
  readonly statements: readonly Statement[];
}

type Rights = (cluster: Cluster, fleet: Fleet) => readonly Statement[];

const platform: Readonly<Record<PlatformIdentity, Rights>> = {
  'ack-wafv2': ackWafv2,
  'argo-rollouts': argoRollouts,
  'argo-cd-reader': (cluster) =>
    readsNamed(cluster, [signOn.clientSecret, repositoryAccess.privateKey]),
  'aws-load-balancer-controller': loadBalancerController,
  'aws-node': awsNode,
  'cloudwatch-agent': cloudwatchAgent,
  'external-dns': externalDns,
  // The secrets that some service names as a variable, those of migrations, and no others.
  'external-secrets': (cluster, { services }) =>
    readsNamed(cluster, [
      ...secretsOf(services),
      tenancy.secret,
      ...loginsOf(tenancy).map(({ secret }) => secret),
    ]),
  karpenter,
  'notification-reader': (cluster) =>
    readsNamed(cluster, Object.values(releaseTokens(cluster.environment))),
  'otel-edge': otelEdge,
  'otel-sampler': otelSampler,
  'policy-controller': policyController,
  'sync-notification-reader': (cluster) => readsNamed(cluster, Object.values(applicationTokens)),
};

/** Every role of a cluster that a pod may take: the platform's, the services' and the tenants'. */
export const workloadRoles = (cluster: Cluster, fleet: Fleet): readonly WorkloadRole[] => [
  ...platformIdentities.map((identity) => ({
    ...identity,
    statements: platform[identity.name](cluster, fleet),
  })),
  ...fleet.services.map((service) => ({
    name: service.name,
    namespace: `bizflow-${service.name}`,
    serviceAccount: service.name,
    statements: workload(cluster, service),
  })),
  ...tenantsIn(cluster, fleet).map((name) => ({
    name: `tenant-${name}`,
    namespace: `tenant-${name}`,
    serviceAccount: 'secret-reader',
    statements: readsSecrets(cluster, [
      arn(cluster, 'secretsmanager', `secret:bizflow/${cluster.id}/tenant-${name}/*`),
    ]),
  })),
];

/** Secrets of the variables of services, each once, in the order of their names. */
const secretsOf = (services: readonly Service[]): readonly string[] =>
  [
    ...new Set(
      services.flatMap((service) =>
        service.variables.flatMap((name) => {
          const variable = variables[name];
          return variable.kind === 'secret' ? [variable.secret] : [];
        }),
      ),
    ),
  ].toSorted();

// Dedicated tenants are in production only: staging has no data of tenants.
const tenantsIn = ({ region, environment }: Cluster, { tenants }: Fleet): readonly string[] =>
  tenants
    .filter((tenant) => tenant.region === region.id && environment.approval)
    .map(({ name }) => name);
