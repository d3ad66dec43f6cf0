import type { Cluster } from '@bizflow/config';
import { anyResource, type Condition, type Statement } from './statement.ts';

/** Tags of an instance profile that Karpenter makes for a class of nodes of this cluster. */
const tagged = ({ name, region }: Cluster, what: 'Request' | 'Resource'): Condition => ({
  StringEquals: {
    [`aws:${what}Tag/kubernetes.io/cluster/${name}`]: ['owned'],
    [`aws:${what}Tag/topology.kubernetes.io/region`]: [region.id],
  },
  StringLike: { [`aws:${what}Tag/karpenter.k8s.aws/ec2nodeclass`]: ['*'] },
});

/** Karpenter gives its nodes the role of a node, and no other. */
export const instanceProfiles = (cluster: Cluster): readonly Statement[] => {
  const { account, name } = cluster;
  const anyProfile = [`arn:aws:iam::${account}:instance-profile/*`];
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
      condition: tagged(cluster, 'Request'),
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
      condition: tagged(cluster, 'Resource'),
    },
    { sid: 'ReadProfiles', actions: ['iam:GetInstanceProfile'], resources: anyProfile },
    { sid: 'ListProfiles', actions: ['iam:ListInstanceProfiles'], resources: anyResource },
  ];
};
