import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

/** EKS clusters and what belongs to them. */
export const clusters = freeze({
  service: 'eks',
  tags: 'TagResource UntagResource',
  source: 'internal/service/eks',
  types: {
    aws_eks_cluster: [
      'DescribeCluster DescribeUpdate ec2:DescribeSubnets ec2:DescribeVpcs ec2:DescribeSecurityGroups',
      'CreateCluster UpdateClusterConfig UpdateClusterVersion AssociateEncryptionConfig DeleteCluster iam:PassRole iam:CreateServiceLinkedRole kms:DescribeKey kms:CreateGrant',
      'CloudFormation schema AWS::EKS::Cluster, handlers',
    ],
    aws_eks_access_entry: [
      'DescribeAccessEntry',
      'CreateAccessEntry UpdateAccessEntry DeleteAccessEntry',
    ],
    aws_eks_access_policy_association: [
      'ListAssociatedAccessPolicies',
      'AssociateAccessPolicy DisassociateAccessPolicy',
    ],
    aws_eks_addon: [
      'DescribeAddon DescribeAddonVersions DescribeUpdate',
      'CreateAddon UpdateAddon DeleteAddon iam:PassRole',
      'CloudFormation schema AWS::EKS::Addon, handlers',
    ],
    aws_eks_fargate_profile: [
      'DescribeFargateProfile',
      'CreateFargateProfile DeleteFargateProfile iam:PassRole iam:CreateServiceLinkedRole',
      'CloudFormation schema AWS::EKS::FargateProfile, handlers',
    ],
    aws_eks_node_group: [
      'DescribeNodegroup DescribeUpdate ec2:DescribeLaunchTemplateVersions',
      'CreateNodegroup UpdateNodegroupConfig UpdateNodegroupVersion DeleteNodegroup iam:PassRole iam:CreateServiceLinkedRole ec2:RunInstances ec2:CreateTags',
      'CloudFormation schema AWS::EKS::Nodegroup, handlers; EKS user guide, launch templates',
    ],
  },
} as const satisfies AccessTable);
