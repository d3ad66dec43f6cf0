import { freeze } from '@bizflow/kernel';

/** A service account that AWS lets act, by a role whose name ends in its own. */
export interface Identity {
  /** The last part of the role's name (names.ts, `roleName`). */
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** The platform's own accounts, by the last part of their roles' names, in every cluster. */
export const platformAccounts = freeze({
  'ack-wafv2': { namespace: 'ack-system', serviceAccount: 'ack-wafv2-controller' },
  'argo-rollouts': { namespace: 'argo-rollouts', serviceAccount: 'argo-rollouts' },
  'argo-cd-reader': { namespace: 'argocd', serviceAccount: 'argo-cd-reader' },
  'aws-load-balancer-controller': {
    namespace: 'aws-load-balancer-controller',
    serviceAccount: 'aws-load-balancer-controller',
  },
  // The VPC CNI's pods on each node.
  'aws-node': { namespace: 'kube-system', serviceAccount: 'aws-node' },
  // The add-on amazon-cloudwatch-observability, which is Container Insights.
  'cloudwatch-agent': { namespace: 'amazon-cloudwatch', serviceAccount: 'cloudwatch-agent' },
  'external-dns': { namespace: 'external-dns', serviceAccount: 'external-dns' },
  'external-secrets': { namespace: 'external-secrets', serviceAccount: 'external-secrets' },
  karpenter: { namespace: 'karpenter', serviceAccount: 'karpenter' },
  'notification-reader': { namespace: 'argo-rollouts', serviceAccount: 'notification-reader' },
  'otel-edge': { namespace: 'observability', serviceAccount: 'otel-edge' },
  'otel-sampler': { namespace: 'observability', serviceAccount: 'otel-sampler' },
  'policy-controller': {
    namespace: 'policy-controller',
    serviceAccount: 'policy-controller',
  },
  'sync-notification-reader': {
    namespace: 'argocd',
    serviceAccount: 'sync-notification-reader',
  },
} as const satisfies Record<string, Omit<Identity, 'name'>>);

export type PlatformIdentity = keyof typeof platformAccounts;

/** The same as a list, in the order of the names. */
export const platformIdentities = freeze(
  (Object.keys(platformAccounts) as PlatformIdentity[]).map((name) => ({
    name,
    ...platformAccounts[name],
  })),
);
