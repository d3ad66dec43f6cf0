import type { Cluster } from '@bizflow/config';
import { logGroup } from '@bizflow/config/names';
import { anyResource, arn, inRegion, type Statement } from './statement.ts';

const workspace = (cluster: Cluster): string =>
  arn(cluster, 'aps', `workspace/${cluster.prometheusWorkspace}`);

/** The edge collector writes metrics to the region's workspace. */
export const otelEdge = (cluster: Cluster): readonly Statement[] => [
  { sid: 'WriteMetrics', actions: ['aps:RemoteWrite'], resources: [workspace(cluster)] },
];

/** The sampler sends the traces that it keeps; X-Ray has no resources to name for that. */
export const otelSampler = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'WriteTraces',
    actions: ['xray:PutSpans', 'xray:PutSpansForIndexing', 'xray:PutTraceSegments'],
    resources: anyResource,
    condition: inRegion(cluster),
  },
  {
    // Application metrics travel as log events; Terraform makes the group.
    sid: 'WriteMetricLogs',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [arn(cluster, 'logs', `log-group:${logGroup(cluster, 'metrics')}:*`)],
  },
];

/** Measures a canary by the region's metrics, and reads the weights of the load balancer. */
export const argoRollouts = (cluster: Cluster): readonly Statement[] => [
  { sid: 'QueryMetrics', actions: ['aps:QueryMetrics'], resources: [workspace(cluster)] },
  {
    sid: 'ReadLoadBalancers',
    actions: [
      'elasticloadbalancing:DescribeListeners',
      'elasticloadbalancing:DescribeLoadBalancers',
      'elasticloadbalancing:DescribeRules',
      'elasticloadbalancing:DescribeTags',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
    ],
    resources: anyResource,
    condition: inRegion(cluster),
  },
];

/** Container Insights: logs of the cluster's own groups, and metrics of its own namespace. */
export const cloudwatchAgent = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'WriteLogs',
    actions: [
      'logs:CreateLogGroup',
      'logs:CreateLogStream',
      'logs:DescribeLogStreams',
      'logs:PutLogEvents',
      'logs:PutRetentionPolicy',
    ],
    resources: [arn(cluster, 'logs', `log-group:/aws/containerinsights/${cluster.name}/*`)],
  },
  {
    sid: 'WriteMetrics',
    actions: ['cloudwatch:PutMetricData'],
    resources: anyResource,
    condition: { StringEquals: { 'cloudwatch:namespace': ['ContainerInsights'] } },
  },
  {
    sid: 'ReadNodes',
    actions: ['ec2:DescribeTags', 'ec2:DescribeVolumes', 'logs:DescribeLogGroups'],
    resources: anyResource,
    condition: inRegion(cluster),
  },
];
