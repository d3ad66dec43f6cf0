import type { Cluster } from '@bizflow/config';
import { keyArn } from '../calls/security.ts';
import { machines } from './karpenter-machines.ts';
import { instanceProfiles } from './karpenter-profiles.ts';
import { anyResource, arn, inRegion, type Statement, via } from './statement.ts';

/** Karpenter makes and ends nodes of this cluster, in the role of a node and no other. */
export const karpenter = (cluster: Cluster): readonly Statement[] => [
  ...machines(cluster),
  ...instanceProfiles(cluster),
  {
    sid: 'Read',
    actions: [
      'Images',
      'InstanceStatus',
      'InstanceTypeOfferings',
      'InstanceTypes',
      'Instances',
      'LaunchTemplates',
      'SecurityGroups',
      'SpotPriceHistory',
      'Subnets',
    ].map((what) => `ec2:Describe${what}`),
    resources: anyResource,
    condition: inRegion(cluster),
  },
  { sid: 'Prices', actions: ['pricing:GetProducts'], resources: anyResource },
  {
    sid: 'Images',
    actions: ['ssm:GetParameter'],
    resources: [`arn:aws:ssm:${cluster.region.id}::parameter/aws/service/*`],
  },
  {
    sid: 'Cluster',
    actions: ['eks:DescribeCluster'],
    resources: [arn(cluster, 'eks', `cluster/${cluster.name}`)],
  },
  {
    sid: 'Interruptions',
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
    resources: [arn(cluster, 'sqs', cluster.name)],
  },
  {
    // Messages are encrypted (eks/node-groups.tf), and the receiver decrypts them.
    sid: 'DecryptInterruptions',
    actions: ['kms:Decrypt'],
    resources: [keyArn('application')],
    condition: via(cluster, 'sqs'),
  },
];
