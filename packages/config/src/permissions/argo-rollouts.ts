import { freeze } from '@bizflow/kernel';
import type { CallTable } from './call.ts';

/** It reads the weights of a load balancer, and asks Amazon Managed Prometheus about a canary. */
export const argoRollouts = freeze({
  source: { repository: 'argoproj/argo-rollouts', version: 'v1.10.2', pin: 'v1.10.2' },
  calls: [
    ['elasticloadbalancing:DescribeLoadBalancers', ['anything'], 'utils/aws/aws.go:125'],
    ['elasticloadbalancing:DescribeTargetGroups', ['anything'], 'utils/aws/aws.go:149'],
    ['elasticloadbalancing:DescribeTags', ['anything'], 'utils/aws/aws.go:177'],
    ['elasticloadbalancing:DescribeListeners', ['anything'], 'utils/aws/aws.go:194'],
    ['elasticloadbalancing:DescribeRules', ['anything'], 'utils/aws/aws.go:204'],
    ['elasticloadbalancing:DescribeTargetHealth', ['anything'], 'utils/aws/aws.go:239'],
    ['aps:QueryMetrics', ['workspace'], 'metricproviders/prometheus/prometheus.go:79'],
  ],
} as const satisfies CallTable);
