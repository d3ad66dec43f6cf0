import type { Cluster } from '@bizflow/config';
import { machines } from './karpenter-machines.ts';
import { anyResource, arn, type Condition, inRegion, type Statement } from './statement.ts';

/** Karpenter makes and ends nodes of this cluster, in the role of a node and no other. */
export const karpenter = (cluster: Cluster): readonly Statement[] => [
  ...machines(cluster),
  ...profiles(cluster),
  {
    sid: 'Read',
    actions: [
      'CapacityReservations',
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
  { sid: 'Prices', actions: ['pricing:GetProducts'], resources: anyResource, condition: {} },
  {
    sid: 'Images',
    actions: ['ssm:GetParameter'],
    resources: [`arn:aws:ssm:${cluster.region.id}::parameter/aws/service/*`],
    condition: {},
  },
  {
    sid: 'Cluster',
    actions: ['eks:DescribeCluster'],
    resources: [arn(cluster, 'eks', `cluster/${cluster.name}`)],
    condition: {},
  },
  {
    sid: 'Interruptions',
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
    resources: [arn(cluster, 'sqs', cluster.name)],
    condition: {},
  },
];

const profiles = (cluster: Cluster): readonly Statement[] => {
  const { account, name } = cluster;
  const anyProfile = [`arn:aws:iam::${account}:instance-profile/*`];
  const owned = (what: 'Request' | 'Resource'): Condition => ({
    StringEquals: { [`aws:${what}Tag/kubernetes.io/cluster/${name}`]: ['owned'] },
  });
  return [
    {
      sid: 'PassNodeRole',
      actions: ['iam:PassRole'],
      resources: [`arn:aws:iam::${account}:role/${name}-karpenter-node`],
      condition: { StringEquals: { 'iam:PassedToService': ['ec2.amazonaws.com'] } },
    },
    {
      sid: 'MakeProfiles',
      actions: ['iam:CreateInstanceProfile'],
      resources: anyProfile,
      condition: owned('Request'),
    },
    {
      sid: 'ChangeOwnProfiles',
      actions: [
        'iam:AddRoleToInstanceProfile',
        'iam:DeleteInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
        'iam:TagInstanceProfile',
      ],
      resources: anyProfile,
      condition: owned('Resource'),
    },
    {
      sid: 'ReadProfiles',
      actions: ['iam:GetInstanceProfile', 'iam:ListInstanceProfiles'],
      resources: anyProfile,
      condition: {},
    },
  ];
};
