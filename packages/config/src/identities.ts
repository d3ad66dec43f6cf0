import { freeze } from '@bizflow/region-catalog';

/** A service account that AWS lets act, by a role whose name ends in its own. */
export interface Identity {
  /** The last part of the role's name (names.ts, `roleName`). */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** The platform's own, as controllers, collectors and add-ons of EKS run in every cluster. */
export const platformIdentities = freeze([
  { name: 'ack-wafv2', namespace: 'ack-system', serviceAccount: 'ack-wafv2-controller' },
  { name: 'argo-rollouts', namespace: 'argo-rollouts', serviceAccount: 'argo-rollouts' },
  {
    name: 'aws-load-balancer-controller',
    namespace: 'aws-load-balancer-controller',
    serviceAccount: 'aws-load-balancer-controller',
  },
  // The VPC CNI's pods on each node.
  { name: 'aws-node', namespace: 'kube-system', serviceAccount: 'aws-node' },
  // The add-on amazon-cloudwatch-observability, which is Container Insights.
  { name: 'cloudwatch-agent', namespace: 'amazon-cloudwatch', serviceAccount: 'cloudwatch-agent' },
  { name: 'external-dns', namespace: 'external-dns', serviceAccount: 'external-dns' },
  { name: 'external-secrets', namespace: 'external-secrets', serviceAccount: 'external-secrets' },
  { name: 'karpenter', namespace: 'karpenter', serviceAccount: 'karpenter' },
  {
    name: 'notification-reader',
    namespace: 'argo-rollouts',
    serviceAccount: 'notification-reader',
  },
  { name: 'otel-edge', namespace: 'observability', serviceAccount: 'otel-edge' },
  { name: 'otel-sampler', namespace: 'observability', serviceAccount: 'otel-sampler' },
] as const satisfies readonly Identity[]);

export type PlatformIdentity = (typeof platformIdentities)[number]['name'];
