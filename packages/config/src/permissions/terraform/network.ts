import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const groups = 'DescribeSecurityGroups DescribeSecurityGroupRules DescribeNetworkInterfaces';
const rules =
  'AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress RevokeSecurityGroupEgress';
const peering = 'DescribeVpcPeeringConnections';

/** A VPC and what is in it. */
export const network = freeze({
  service: 'ec2',
  tags: 'CreateTags DeleteTags',
  source: 'internal/service/ec2',
  types: {
    aws_vpc: [
      'DescribeVpcs DescribeVpcAttribute DescribeNetworkAcls DescribeRouteTables DescribeSecurityGroups',
      'CreateVpc ModifyVpcAttribute DeleteVpc',
    ],
    aws_subnet: [
      'DescribeSubnets DescribeNetworkInterfaces',
      'CreateSubnet ModifySubnetAttribute DeleteSubnet',
    ],
    aws_internet_gateway: [
      'DescribeInternetGateways',
      'CreateInternetGateway AttachInternetGateway DetachInternetGateway DeleteInternetGateway',
    ],
    aws_nat_gateway: ['DescribeNatGateways', 'CreateNatGateway DeleteNatGateway'],
    aws_eip: [
      'DescribeAddresses DescribeAddressesAttribute',
      'AllocateAddress AssociateAddress DisassociateAddress ReleaseAddress',
    ],
    aws_route_table: [
      'DescribeRouteTables',
      'CreateRouteTable CreateRoute ReplaceRoute DeleteRoute DisassociateRouteTable DeleteRouteTable',
    ],
    aws_route: ['DescribeRouteTables', 'CreateRoute ReplaceRoute DeleteRoute'],
    aws_route_table_association: [
      'DescribeRouteTables',
      'AssociateRouteTable ReplaceRouteTableAssociation DisassociateRouteTable',
    ],
    aws_network_acl: [
      'DescribeNetworkAcls',
      'CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAclEntry ReplaceNetworkAclAssociation DeleteNetworkAcl',
    ],
    aws_default_security_group: [groups, rules],
    aws_security_group: [groups, `CreateSecurityGroup ${rules} DeleteSecurityGroup`],
    aws_vpc_security_group_ingress_rule: [
      'DescribeSecurityGroupRules',
      'AuthorizeSecurityGroupIngress ModifySecurityGroupRules RevokeSecurityGroupIngress',
    ],
    aws_vpc_security_group_egress_rule: [
      'DescribeSecurityGroupRules',
      'AuthorizeSecurityGroupEgress ModifySecurityGroupRules RevokeSecurityGroupEgress',
    ],
    aws_vpc_endpoint: [
      'DescribeVpcEndpoints DescribePrefixLists DescribeNetworkInterfaces',
      'CreateVpcEndpoint ModifyVpcEndpoint DeleteVpcEndpoints route53:AssociateVPCWithHostedZone',
      'Service Authorization Reference, ec2:CreateVpcEndpoint: private DNS',
    ],
    aws_vpc_endpoint_service: [
      'DescribeVpcEndpointServiceConfigurations DescribeVpcEndpointServicePermissions',
      'CreateVpcEndpointServiceConfiguration ModifyVpcEndpointServiceConfiguration ModifyVpcEndpointServicePermissions DeleteVpcEndpointServiceConfigurations',
    ],
    aws_vpc_peering_connection: [
      peering,
      'CreateVpcPeeringConnection ModifyVpcPeeringConnectionOptions DeleteVpcPeeringConnection',
    ],
    aws_vpc_peering_connection_accepter: [
      peering,
      'AcceptVpcPeeringConnection ModifyVpcPeeringConnectionOptions',
    ],
    aws_flow_log: [
      'DescribeFlowLogs',
      'CreateFlowLogs DeleteFlowLogs iam:PassRole',
      'Service Authorization Reference, ec2:CreateFlowLogs',
    ],
    aws_ec2_tag: ['DescribeTags', 'CreateTags'],
    aws_ec2_managed_prefix_list: ['DescribeManagedPrefixLists GetManagedPrefixListEntries', ''],
    aws_ebs_encryption_by_default: [
      'GetEbsEncryptionByDefault',
      'EnableEbsEncryptionByDefault DisableEbsEncryptionByDefault',
    ],
    aws_ebs_default_kms_key: [
      'GetEbsDefaultKmsKeyId GetEbsEncryptionByDefault',
      'ModifyEbsDefaultKmsKeyId ResetEbsDefaultKmsKeyId',
    ],
    aws_launch_template: [
      'DescribeLaunchTemplates DescribeLaunchTemplateVersions',
      'CreateLaunchTemplate CreateLaunchTemplateVersion ModifyLaunchTemplate DeleteLaunchTemplate',
    ],
  },
} as const satisfies AccessTable);
