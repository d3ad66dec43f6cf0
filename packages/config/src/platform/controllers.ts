import { freeze } from '@bizflow/kernel';
import { argoCd } from './argo-cd.ts';
import type { Controller } from './controller.ts';

// The chart with the definitions and the operator that reads them.
const calicoNamespace = 'tigera-operator';

const argoHelm = 'https://argoproj.github.io/argo-helm';

const chart = (repository: string, name: string, version: string) => ({
  repository,
  name,
  version,
});

/**
 * Everything an empty cluster with Argo CD needs to become a BizFlow cluster, in order. Versions
 * are charts; each was read from its project's Chart.yaml. `argo-cd` manages itself from then on.
 */
export const controllers = freeze([
  {
    name: 'argo-cd',
    chart: chart(argoHelm, 'argo-cd', '10.1.1'),
    namespace: argoCd.namespace,
    after: [argoCd.definitions.name],
    podSecurity: 'baseline',
    serves: argoCd.definitions.kinds,
  },
  {
    // The operator's chart brings no definitions since 3.32, and renders resources of them
    // (projectcalico/calico#12860).
    name: 'calico-crds',
    chart: chart('https://docs.tigera.io/calico/charts', 'crd.projectcalico.org.v1', 'v3.32.1'),
    namespace: calicoNamespace,
    after: [],
    podSecurity: 'none',
    serves: [],
  },
  {
    name: 'calico',
    chart: chart('https://docs.tigera.io/calico/charts', 'tigera-operator', 'v3.32.1'),
    namespace: calicoNamespace,
    after: ['argo-cd', 'calico-crds'],
    podSecurity: 'privileged',
    serves: ['Tier.projectcalico.org', 'GlobalNetworkPolicy.projectcalico.org'],
    // By the API server that the operator runs (Calico, "Install the Calico API server").
    defines: ['Tier.projectcalico.org', 'GlobalNetworkPolicy.projectcalico.org'],
  },
  {
    name: 'external-secrets',
    chart: chart('https://charts.external-secrets.io', 'external-secrets', '2.9.0'),
    namespace: 'external-secrets',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: [
      'ClusterSecretStore.external-secrets.io',
      'SecretStore.external-secrets.io',
      'ExternalSecret.external-secrets.io',
    ],
  },
  {
    name: 'karpenter',
    chart: chart('public.ecr.aws/karpenter', 'karpenter', '1.14.1'),
    namespace: 'karpenter',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['NodePool.karpenter.sh', 'EC2NodeClass.karpenter.k8s.aws'],
  },
  {
    name: 'aws-load-balancer-controller',
    chart: chart('https://aws.github.io/eks-charts', 'aws-load-balancer-controller', '3.5.0'),
    namespace: 'aws-load-balancer-controller',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['IngressClassParams.elbv2.k8s.aws'],
  },
  {
    name: 'ack-wafv2',
    chart: chart('public.ecr.aws/aws-controllers-k8s', 'wafv2-chart', '1.4.2'),
    namespace: 'ack-system',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['WebACL.wafv2.services.k8s.aws'],
  },
  {
    name: 'argo-rollouts',
    chart: chart(argoHelm, 'argo-rollouts', '2.41.0'),
    namespace: 'argo-rollouts',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['Rollout.argoproj.io', 'AnalysisTemplate.argoproj.io'],
  },
  {
    name: 'metrics-server',
    chart: chart('https://kubernetes-sigs.github.io/metrics-server', 'metrics-server', '3.13.1'),
    namespace: 'metrics-server',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: [],
  },
  {
    name: 'opentelemetry-operator',
    chart: chart(
      'https://open-telemetry.github.io/opentelemetry-helm-charts',
      'opentelemetry-operator',
      '0.122.0',
    ),
    namespace: 'opentelemetry-operator',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['OpenTelemetryCollector.opentelemetry.io'],
  },
  {
    name: 'external-dns',
    chart: chart('https://kubernetes-sigs.github.io/external-dns', 'external-dns', '1.21.1'),
    namespace: 'external-dns',
    after: ['aws-load-balancer-controller'],
    podSecurity: 'restricted',
    serves: [],
  },
] as const satisfies readonly Controller[]);

export type ControllerName = (typeof controllers)[number]['name'];

/** Custom resources that EKS itself acts on, from the cluster's first minute. */
export const builtInKinds = freeze(['SecurityGroupPolicy.vpcresources.k8s.aws']);
