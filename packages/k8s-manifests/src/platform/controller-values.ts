import type { Cluster } from '@bizflow/config';
import { argoCdHost, cdnHost, loadBalancerHost } from '@bizflow/config/names';
import {
  argoCd,
  type ControllerName,
  controllerRequests,
  controllerSettings,
  type PlatformIdentity,
  platformAccounts,
} from '@bizflow/config/platform';
import { commitSignatures } from '@bizflow/config/release';
import { rbacSettings, signOnSettings } from '../argo-cd/access-settings.ts';
import { keyring } from '../argo-cd/commit-keys.ts';
import { actsAs } from '../service-account.ts';
import { applicationMessages } from './application-messages.ts';
import { ingressClasses } from './load-balancing.ts';
import { releaseMessages } from './release-messages.ts';
import { withRequests } from './with-requests.ts';

const { replicas, argoRolloutsTag, webAclDeletion } = controllerSettings;

type Values = Readonly<Record<string, unknown>>;

/** The service account of a controller with access to AWS (IRSA); its role name is derived. */
const actingAs = (cluster: Cluster, name: ControllerName & PlatformIdentity): Values => ({
  create: true,
  name: platformAccounts[name].serviceAccount,
  annotations: actsAs(cluster, name),
});

// Argo CD has no health check for its own Applications since 1.8; without one no sync wave would wait (Argo CD
// operator manual, "Resource Health", Argocd App). One whose sync fails is degraded, so that the root fails
// as well and looks at Git again, instead of waiting for what may never come. The root is in its own folder.
const applicationHealth = [
  'hs = { status = "Progressing", message = "" }',
  'local status = obj.status or {}',
  'local sync = status.operationState or {}',
  'local again = sync.phase == "Running" and (sync.retryCount or 0) > 0',
  'if obj.metadata.name == "root" then',
  '  hs.status = "Healthy"',
  'elseif again or sync.phase == "Failed" or sync.phase == "Error" then',
  '  hs.status = "Degraded"',
  '  hs.message = sync.message or ""',
  'elseif status.health ~= nil and (status.sync or {}).status == "Synced" then',
  '  hs.status = status.health.status',
  '  hs.message = status.health.message or ""',
  'end',
  'return hs',
  '',
].join('\n');

// ACK sets the condition ACK.ResourceSynced when AWS has what the resource specifies.
const ackHealth = [
  'hs = { status = "Progressing", message = "" }',
  'for _, condition in ipairs((obj.status or {}).conditions or {}) do',
  '  if condition.type == "ACK.ResourceSynced" and condition.status == "True" then',
  '    hs.status = "Healthy"',
  '  elseif condition.type == "ACK.Terminal" and condition.status == "True" then',
  '    hs.status = "Degraded"',
  '    hs.message = condition.message or ""',
  '    return hs',
  '  end',
  'end',
  'return hs',
  '',
].join('\n');

/** Flags of Argo Rollouts that a Rollout here relies on (Argo Rollouts, "AWS ALB"). */
export const rolloutsFlags = {
  verifyTargetGroup: '--aws-verify-target-group',
  ingressClass: (name: string): string => `--alb-ingress-classes=${name}`,
} as const;

/** The Helm values of a controller in a cluster: only what differs from its chart. */
export const controllerValues = (cluster: Cluster, name: ControllerName): Values =>
  withRequests(ownValues[name](cluster), controllerRequests[name] ?? []);

const ownValues: Readonly<Record<ControllerName, (cluster: Cluster) => Values>> = {
  'argo-cd': (cluster) => ({
    global: { domain: argoCdHost(cluster), image: { tag: argoCd.version } },
    configs: {
      cm: {
        ...signOnSettings(cluster),
        'resource.customizations.health.argoproj.io_Application': applicationHealth,
        'resource.customizations.health.wafv2.services.k8s.aws_WebACL': ackHealth,
      },
      params: {
        'server.insecure': false,
        'controller.self.heal.timeout.seconds': argoCd.healsAfterSeconds,
        // Its default, an exponential one, begins with no wait at all.
        'controller.self.heal.backoff.timeout.seconds': 0,
      },
      rbac: rbacSettings(cluster),
      ...keyring(commitSignatures[cluster.environment.name]),
    },
    crds: { install: false },
    // The issuer speaks OpenID Connect, so that nothing has to translate.
    dex: { enabled: false },
    namespaceOverride: argoCd.namespace,
    notifications: applicationMessages(cluster),
    // The chart's own, ecr-public.aws.com, is the same registry by another name, whose redirects are not documented.
    redis: { image: { repository: 'public.ecr.aws/docker/library/redis' } },
  }),
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
  'external-secrets': (cluster) => ({
    replicaCount: replicas['external-secrets'],
    leaderElect: true,
    serviceAccount: actingAs(cluster, 'external-secrets'),
  }),
  karpenter: (cluster) => ({
    settings: { clusterName: cluster.name, interruptionQueue: cluster.name },
    serviceAccount: actingAs(cluster, 'karpenter'),
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
    serviceAccount: actingAs(cluster, 'aws-load-balancer-controller'),
  }),
  'ack-wafv2': (cluster) => ({
    aws: { region: cluster.region.id },
    deletionPolicy: webAclDeletion,
    serviceAccount: actingAs(cluster, 'ack-wafv2'),
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
    serviceAccount: actingAs(cluster, 'argo-rollouts'),
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
    serviceAccount: actingAs(cluster, 'external-dns'),
  }),
};
