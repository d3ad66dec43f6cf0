import type { Cluster } from '@bizflow/config';
import type { Condition, Statement } from './statement.ts';

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

/** Tags that Karpenter sets on everything it creates, and uses to find it. */
const tagged = ({ name }: Cluster, what: 'Request' | 'Resource'): Condition => ({
  StringEquals: { [`aws:${what}Tag/kubernetes.io/cluster/${name}`]: ['owned'] },
  StringLike: { [`aws:${what}Tag/karpenter.sh/nodepool`]: ['*'] },
});

/** Karpenter starts, tags and ends instances of this cluster, and no others. */
export const machines = (cluster: Cluster): readonly Statement[] => [
  ...starts(cluster),
  ...tagsAndEnds(cluster),
];

const starts = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'RunFrom',
    actions: ['ec2:CreateFleet', 'ec2:RunInstances'],
    resources: [
      ec2(cluster, 'image', ''),
      ec2(cluster, 'snapshot', ''),
      ...own(cluster, 'security-group', 'subnet'),
    ],
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
];

const tagsAndEnds = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'TagNew',
    actions: ['ec2:CreateTags'],
    resources: own(cluster, ...made, 'volume'),
    condition: {
      StringEquals: {
        ...tagged(cluster, 'Request').StringEquals,
        'ec2:CreateAction': ['CreateFleet', 'CreateLaunchTemplate', 'RunInstances'],
      },
      StringLike: { 'aws:RequestTag/karpenter.sh/nodepool': ['*'] },
    },
  },
  {
    sid: 'TagOwn',
    actions: ['ec2:CreateTags'],
    resources: own(cluster, 'instance'),
    // Never the tags that make a machine its own.
    condition: {
      ...tagged(cluster, 'Resource'),
      'ForAllValues:StringEquals': {
        'aws:TagKeys': ['Name', 'eks:eks-cluster-name', 'karpenter.sh/nodeclaim'],
      },
      Null: { 'aws:TagKeys': ['false'] },
    },
  },
  {
    sid: 'End',
    actions: ['ec2:DeleteLaunchTemplate', 'ec2:TerminateInstances'],
    resources: own(cluster, 'instance', 'launch-template'),
    condition: tagged(cluster, 'Resource'),
  },
];
