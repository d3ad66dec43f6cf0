import { freeze } from '@bizflow/kernel';

/** A controller that Argo CD installs from its published Helm chart, pinned. */
export interface Controller {
  /** The Application, the Helm release, and the last part of its IAM role. */
  readonly name: string;
  readonly chart: { readonly repository: string; readonly name: string; readonly version: string };
  readonly namespace: string;
  /** Controllers that must be healthy before it comes: its sync wave is derived from them. */
  readonly after: readonly string[];
  /** Pod Security level of its namespace: `restricted` wherever it can be. */
  readonly podSecurity: 'restricted' | 'baseline' | 'privileged';
  /** The custom resources it acts on, as `<Kind>.<group>`; none comes before it. */
  readonly serves: readonly string[];
}

const argoHelm = 'https://argoproj.github.io/argo-helm';

/**
 * Everything an empty cluster with Argo CD needs to become a BizFlow cluster, in order. Versions
 * are charts; each was read from its project's Chart.yaml. `argo-cd` manages itself from then on.
 */
export const controllers = freeze([
  {
    name: 'argo-cd',
    chart: { repository: argoHelm, name: 'argo-cd', version: '10.1.1' },
    namespace: 'argocd',
    after: [],
    podSecurity: 'baseline',
    serves: ['AppProject.argoproj.io', 'Application.argoproj.io', 'ApplicationSet.argoproj.io'],
  },
  {
    name: 'calico',
    chart: {
      repository: 'https://docs.tigera.io/calico/charts',
      name: 'tigera-operator',
      version: 'v3.32.1',
    },
    namespace: 'tigera-operator',
    after: ['argo-cd'],
    podSecurity: 'privileged',
    serves: ['Tier.projectcalico.org', 'GlobalNetworkPolicy.projectcalico.org'],
  },
  {
    name: 'external-secrets',
    chart: {
      repository: 'https://charts.external-secrets.io',
      name: 'external-secrets',
      version: '2.9.0',
    },
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
    chart: { repository: 'public.ecr.aws/karpenter', name: 'karpenter', version: '1.14.1' },
    namespace: 'karpenter',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['NodePool.karpenter.sh', 'EC2NodeClass.karpenter.k8s.aws'],
  },
  {
    name: 'aws-load-balancer-controller',
    chart: {
      repository: 'https://aws.github.io/eks-charts',
      name: 'aws-load-balancer-controller',
      version: '3.5.0',
    },
    namespace: 'aws-load-balancer-controller',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['IngressClassParams.elbv2.k8s.aws'],
  },
  {
    name: 'ack-wafv2',
    chart: {
      repository: 'public.ecr.aws/aws-controllers-k8s',
      name: 'wafv2-chart',
      version: '1.4.2',
    },
    namespace: 'ack-system',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['WebACL.wafv2.services.k8s.aws'],
  },
  {
    name: 'argo-rollouts',
    chart: { repository: argoHelm, name: 'argo-rollouts', version: '2.41.0' },
    namespace: 'argo-rollouts',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['Rollout.argoproj.io', 'AnalysisTemplate.argoproj.io'],
  },
  {
    name: 'metrics-server',
    chart: {
      repository: 'https://kubernetes-sigs.github.io/metrics-server',
      name: 'metrics-server',
      version: '3.13.1',
    },
    namespace: 'metrics-server',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: [],
  },
  {
    name: 'opentelemetry-operator',
    chart: {
      repository: 'https://open-telemetry.github.io/opentelemetry-helm-charts',
      name: 'opentelemetry-operator',
      version: '0.122.0',
    },
    namespace: 'opentelemetry-operator',
    after: ['calico'],
    podSecurity: 'restricted',
    serves: ['OpenTelemetryCollector.opentelemetry.io'],
  },
  {
    name: 'external-dns',
    chart: {
      repository: 'https://kubernetes-sigs.github.io/external-dns',
      name: 'external-dns',
      version: '1.21.1',
    },
    namespace: 'external-dns',
    after: ['aws-load-balancer-controller'],
    podSecurity: 'restricted',
    serves: [],
  },
] as const satisfies readonly Controller[]);

export type ControllerName = (typeof controllers)[number]['name'];

/** Custom resources that EKS itself acts on, from the cluster's first minute. */
export const builtInKinds = freeze(['SecurityGroupPolicy.vpcresources.k8s.aws']);
