import type { Cluster } from '@bizflow/config';
import { argoCdHost, cdnHost, loadBalancerHost } from '@bizflow/config/names';
import {
  type ControllerName,
  controllerRequests,
  controllerSettings,
} from '@bizflow/config/platform';
import { chartAccount } from '../service-account.ts';
import { argoCdValues } from './argo-cd-values.ts';
import { ingressClasses } from './load-balancing.ts';
import { releaseMessages } from './release-messages.ts';
import { withRequests } from './with-requests.ts';

const { replicas, argoRolloutsTag, webAclDeletion } = controllerSettings;

type Values = Readonly<Record<string, unknown>>;

/** Flags of Argo Rollouts that a Rollout here relies on (Argo Rollouts, "AWS ALB"). */
export const rolloutsFlags = {
  verifyTargetGroup: '--aws-verify-target-group',
  ingressClass: (name: string): string => `--alb-ingress-classes=${name}`,
} as const;

/** The Helm values of a controller in a cluster: only what differs from its chart. */
export const controllerValues = (cluster: Cluster, name: ControllerName): Values =>
  withRequests(
    { ...ownValues[name](cluster), ...chartAccount(cluster, name) },
    controllerRequests[name] ?? [],
  );

const ownValues: Readonly<Record<ControllerName, (cluster: Cluster) => Values>> = {
  'argo-cd': argoCdValues,
  'calico-crds': () => ({}),
  calico: () => ({
    // The Application calico-crds does; two who write the same definitions would heal them for ever.
    manageCRDs: false,
    // Policy only: the VPC CNI keeps the network, and its own policy agent must be off.
    installation: {
      kubernetesProvider: 'EKS',
      cni: { type: 'AmazonVPC' },
      calicoNetwork: { bgp: 'Disabled' },
    },
    goldmane: { enabled: false },
    whisker: { enabled: false },
  }),
  'external-secrets': () => ({
    replicaCount: replicas['external-secrets'],
    leaderElect: true,
  }),
  karpenter: (cluster) => ({
    settings: { clusterName: cluster.name, interruptionQueue: cluster.name },
    // Never on the nodes it makes itself.
    nodeSelector: { 'bizflow.io/pool': 'controllers' },
  }),
  'aws-load-balancer-controller': (cluster) => ({
    clusterName: cluster.name,
    region: cluster.region.id,
    // Pods cannot reach IMDS, and AWS assigns the id of the VPC: the controller finds it by its name.
    vpcTags: { Name: cluster.name },
    defaultTargetType: 'ip',
    // This repository renders the class and its parameters, with the web ACL.
    createIngressClassResource: false,
    enableWaf: false,
    // What `restricted` asks for and the chart leaves out.
    podSecurityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    securityContext: { capabilities: { drop: ['ALL'] } },
    // It would choose the class of load balancers for Services, and there are none; while its pods are
    // away no Service of the cluster could be made (aws-load-balancer-controller#4140).
    enableServiceMutatorWebhook: false,
  }),
  'ack-wafv2': (cluster) => ({
    aws: { region: cluster.region.id },
    deletionPolicy: webAclDeletion,
  }),
  'argo-rollouts': (cluster) => ({
    controller: {
      replicas: replicas['argo-rollouts'],
      image: { tag: argoRolloutsTag },
      extraArgs: [
        // A step waits until each load balancer uses the weights of the Rollout.
        rolloutsFlags.verifyTargetGroup,
        // A named class replaces the default, `alb`.
        ...Object.values(ingressClasses).map(rolloutsFlags.ingressClass),
      ],
      extraEnv: [{ name: 'AWS_REGION', value: cluster.region.id }],
    },
    notifications: releaseMessages(cluster),
  }),
  'metrics-server': () => ({ replicas: replicas['metrics-server'] }),
  'opentelemetry-operator': () => ({
    // The chart generates another certificate at each rendering, and no controller here keeps one (0051).
    // Everything that the webhooks would fill in is written in telemetry.ts.
    admissionWebhooks: { create: false },
    manager: {
      env: { ENABLE_WEBHOOKS: 'false' },
      // It would open the collectors beside our NetworkPolicies, and close itself in (0051).
      featureGatesMap: { 'operand.networkpolicy': false, 'operator.networkpolicy': false },
    },
  }),
  'external-dns': (cluster) => ({
    provider: { name: 'aws' },
    sources: ['ingress'],
    domainFilters: [
      loadBalancerHost(cluster),
      argoCdHost(cluster),
      ...(cluster.environment.cdn ? [cdnHost(cluster)] : []),
    ],
    policy: 'sync',
    registry: 'txt',
    txtOwnerId: cluster.name,
    // Otherwise it would overwrite Route 53's geolocation records with the hosts of the services.
    extraArgs: [
      '--ignore-ingress-rules-spec',
      '--ignore-ingress-tls-spec',
      // The hosted zone belongs to the environment; the filter limits it to names below.
      '--aws-zone-match-parent',
    ],
    env: [{ name: 'AWS_DEFAULT_REGION', value: cluster.region.id }],
  }),
};
