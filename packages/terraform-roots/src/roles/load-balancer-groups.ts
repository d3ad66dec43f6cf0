import type { Cluster } from '@bizflow/config';
import { arn, type Condition, type Statement } from './statement.ts';

/** Load balancers that this cluster's controller made, by the tag it gives them. */
export const owned = ({ name }: Cluster): Condition => ({
  StringEquals: { 'aws:ResourceTag/elbv2.k8s.aws/cluster': [name] },
});

/** The security groups that the load balancer controller makes, and opens. */
export const loadBalancerGroups = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'MakeGroups',
    actions: ['ec2:CreateSecurityGroup'],
    resources: [arn(cluster, 'ec2', 'security-group/*'), arn(cluster, 'ec2', 'vpc/*')],
    condition: {},
  },
  {
    sid: 'TagGroups',
    actions: ['ec2:CreateTags'],
    resources: [arn(cluster, 'ec2', 'security-group/*')],
    condition: { StringEquals: { 'ec2:CreateAction': ['CreateSecurityGroup'] } },
  },
  {
    sid: 'DeleteGroups',
    actions: ['ec2:DeleteSecurityGroup'],
    resources: [arn(cluster, 'ec2', 'security-group/*')],
    condition: owned(cluster),
  },
  {
    // The cluster's own group as well, which carries the tag of every cluster that EKS makes.
    sid: 'OpenGroups',
    actions: ['ec2:AuthorizeSecurityGroupIngress', 'ec2:RevokeSecurityGroupIngress'],
    resources: [
      arn(cluster, 'ec2', 'security-group/*'),
      arn(cluster, 'ec2', 'security-group-rule/*'),
    ],
    condition: {},
  },
];
