import type { Cluster } from '@bizflow/config';
import { anyResource, arn, type Condition, inRegion, type Statement } from './statement.ts';

const ec2 = ({ region }: Cluster, kind: string, account: string): string =>
  `arn:aws:ec2:${region.id}:${account}:${kind}/*`;

const own = (cluster: Cluster, ...kinds: readonly string[]): readonly string[] =>
  kinds.map((kind) => ec2(cluster, kind, cluster.account));

const made = [
  'fleet',
  'instance',
  'launch-template',
  'network-interface',
  'spot-instances-request',
];

/** Tags that Karpenter asks for on all it makes, and finds its own by. */
const tagged = ({ name }: Cluster, what: 'Request' | 'Resource'): Condition => ({
  StringEquals: { [`aws:${what}Tag/kubernetes.io/cluster/${name}`]: ['owned'] },
  StringLike: { [`aws:${what}Tag/karpenter.sh/nodepool`]: ['*'] },
});

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

const machines = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'RunFrom',
    actions: ['ec2:CreateFleet', 'ec2:RunInstances'],
    resources: [
      ec2(cluster, 'image', ''),
      ec2(cluster, 'snapshot', ''),
      ...own(cluster, 'security-group', 'subnet', 'capacity-reservation'),
    ],
    condition: {},
  },
  {
    sid: 'RunByTemplate',
    actions: ['ec2:CreateFleet', 'ec2:RunInstances'],
    resources: own(cluster, 'launch-template'),
    condition: tagged(cluster, 'Resource'),
  },
  {
    sid: 'Make',
    actions: ['ec2:CreateFleet', 'ec2:CreateLaunchTemplate', 'ec2:RunInstances'],
    resources: own(cluster, ...made, 'volume'),
    condition: tagged(cluster, 'Request'),
  },
  {
    sid: 'TagNew',
    actions: ['ec2:CreateTags'],
    resources: own(cluster, ...made, 'volume'),
    condition: {
      StringEquals: {
        ...tagged(cluster, 'Request').StringEquals,
        'ec2:CreateAction': ['CreateFleet', 'CreateLaunchTemplate', 'RunInstances'],
      },
    },
  },
  {
    sid: 'TagOwn',
    actions: ['ec2:CreateTags'],
    resources: own(cluster, 'instance'),
    condition: tagged(cluster, 'Resource'),
  },
  {
    sid: 'End',
    actions: ['ec2:DeleteLaunchTemplate', 'ec2:TerminateInstances'],
    resources: own(cluster, 'instance', 'launch-template'),
    condition: tagged(cluster, 'Resource'),
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
