import { freeze } from '@bizflow/kernel';
import type { CallTable } from './call.ts';

/**
 * The VPC CNI in IPv4 mode. DescribeTags and DescribeSecurityGroups of AmazonEKS_CNI_Policy are for its metrics
 * helper and for network interfaces of several cards, and are never called here (pkg/ec2wrapper/ec2wrapper.go:78).
 */
export const awsNode = freeze({
  source: { repository: 'aws/amazon-vpc-cni-k8s', version: 'v1.23.2', pin: undefined },
  calls: [
    ['ec2:AssignPrivateIpAddresses', ['interface'], 'pkg/awsutils/awsutils.go:2005'],
    ['ec2:AttachNetworkInterface', ['interface', 'node'], 'pkg/awsutils/awsutils.go:1107'],
    [
      'ec2:CreateNetworkInterface',
      ['interface', 'securityGroup', 'subnet'],
      'pkg/awsutils/awsutils.go:1442',
    ],
    ['ec2:CreateTags', ['interface'], 'pkg/awsutils/awsutils.go:1493'],
    ['ec2:DeleteNetworkInterface', ['interface'], 'pkg/awsutils/awsutils.go:1623'],
    ['ec2:DescribeInstanceTypes', ['anything'], 'pkg/awsutils/awsutils.go:2028'],
    ['ec2:DescribeInstances', ['anything'], 'pkg/awsutils/awsutils.go:1001'],
    ['ec2:DescribeNetworkInterfaces', ['anything'], 'pkg/awsutils/awsutils.go:1585'],
    ['ec2:DescribeSubnets', ['anything'], 'pkg/awsutils/awsutils.go:1331'],
    ['ec2:DetachNetworkInterface', ['interface', 'node'], 'pkg/awsutils/awsutils.go:1548'],
    [
      'ec2:ModifyNetworkInterfaceAttribute',
      ['interface', 'node', 'securityGroup'],
      'pkg/awsutils/awsutils.go:684',
    ],
    ['ec2:UnassignPrivateIpAddresses', ['interface'], 'pkg/awsutils/awsutils.go:2328'],
  ],
} as const satisfies CallTable);

const agentPolicy = 'CloudWatch user guide, "AWS managed policies": CloudWatchAgentServerPolicy';
const chart = 'charts/amazon-cloudwatch-observability/values.yaml';

/** Container Insights: the agent, and Fluent Bit beside it under the same account. No pod is instrumented for traces. */
export const cloudwatchAgent = freeze({
  source: {
    repository: 'aws-observability/helm-charts',
    version: '71a298ffdebe9d4e13ac709d24398062a2afe8ca',
    pin: undefined,
  },
  calls: [
    ['logs:CreateLogGroup', ['containerLogs'], `${chart}:158`],
    ['logs:CreateLogStream', ['containerLogs'], `${chart}:156`],
    ['logs:DescribeLogStreams', ['containerLogs'], agentPolicy],
    ['logs:PutLogEvents', ['containerLogs'], `${chart}:156`],
    ['logs:PutRetentionPolicy', ['containerLogs'], agentPolicy],
    ['logs:DescribeLogGroups', ['anything'], agentPolicy],
    ['cloudwatch:PutMetricData', ['metricNamespace'], agentPolicy],
    ['ec2:DescribeTags', ['anything'], agentPolicy],
    ['ec2:DescribeVolumes', ['anything'], agentPolicy],
  ],
} as const satisfies CallTable);

/** The log router that EKS runs beside Fargate pods, in the role that starts them. */
export const fargateLogging = freeze({
  source: { repository: 'Amazon EKS user guide', version: '"Fargate logging"', pin: undefined },
  calls: [
    ['logs:CreateLogStream', ['fargateLogs'], 'the policy of the page'],
    ['logs:DescribeLogStreams', ['fargateLogs'], 'the policy of the page'],
    ['logs:PutLogEvents', ['fargateLogs'], 'the policy of the page'],
  ],
} as const satisfies CallTable);

/** The control plane itself, which encrypts Kubernetes secrets. */
export const controlPlane = freeze({
  source: {
    repository: 'Amazon EKS user guide',
    version: '"Encrypt Kubernetes secrets with KMS"',
    pin: undefined,
  },
  calls: [
    ['kms:Decrypt', ['clusterKey'], 'the policy of the page'],
    ['kms:DescribeKey', ['clusterKey'], 'the policy of the page'],
    ['kms:Encrypt', ['clusterKey'], 'the policy of the page'],
    ['kms:ListGrants', ['clusterKey'], 'the policy of the page'],
  ],
} as const satisfies CallTable);
