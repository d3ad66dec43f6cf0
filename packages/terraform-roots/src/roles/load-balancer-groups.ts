import type { Cluster } from '@bizflow/config';
import { arn, type Condition, type Statement } from './statement.ts';

/** What this cluster's controller made, by the tag it gives. */
export const owned = ({ name }: Cluster): Condition => ({
  StringEquals: { 'aws:ResourceTag/elbv2.k8s.aws/cluster': [name] },
});

/** What it makes under that tag, by one of some calls where they are named. */
export const requested = ({ name }: Cluster, by: Condition[string] = {}): Condition => ({
  StringEquals: { 'aws:RequestTag/elbv2.k8s.aws/cluster': [name], ...by },
});

const openings = ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'];

/** The security groups that the load balancer controller makes, and opens. */
export const loadBalancerGroups = (cluster: Cluster): readonly Statement[] => {
  const groups = [arn(cluster, 'ec2', 'security-group/*')];
  return [
    {
      sid: 'MakeGroups',
      actions: ['ec2:CreateSecurityGroup'],
      resources: groups,
      condition: requested(cluster),
    },
    {
      sid: 'MakeInVpc',
      actions: ['ec2:CreateSecurityGroup'],
      resources: [arn(cluster, 'ec2', 'vpc/*')],
    },
    {
      sid: 'TagGroups',
      actions: ['ec2:CreateTags'],
      resources: groups,
      condition: requested(cluster, { 'ec2:CreateAction': ['CreateSecurityGroup'] }),
    },
    {
      sid: 'ChangeGroups',
      actions: ['ec2:CreateTags', 'ec2:DeleteSecurityGroup', 'ec2:DeleteTags', ...openings],
      resources: groups,
      condition: owned(cluster),
    },
    {
      // The group that EKS made for the cluster, by EKS's own tag.
      sid: 'OpenCluster',
      actions: openings,
      resources: groups,
      condition: {
        StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${cluster.name}`]: ['owned'] },
      },
    },
    {
      sid: 'MakeRules',
      actions: openings,
      resources: [arn(cluster, 'ec2', 'security-group-rule/*')],
    },
  ];
};
