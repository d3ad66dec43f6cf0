import { freeze } from '@bizflow/kernel';
import type { AccessTable } from './access.ts';

const attachments =
  'DescribeTransitGatewayVpcAttachments DescribeTags DescribeTransitGateways GetTransitGatewayRouteTableAssociations GetTransitGatewayRouteTablePropagations';
const peerings = 'DescribeTransitGatewayPeeringAttachments DescribeTransitGateways';

/** What joins VPCs to each other and to offices. */
const transitGateways = freeze({
  service: 'ec2',
  tags: 'CreateTags DeleteTags',
  source: 'internal/service/ec2',
  types: {
    // After a change of its tags the provider asks for them, because it reads nothing else; so too of an attachment.
    aws_ec2_transit_gateway: [
      'DescribeTransitGateways DescribeTags',
      'CreateTransitGateway ModifyTransitGateway DeleteTransitGateway',
    ],
    aws_ec2_transit_gateway_vpc_attachment: [
      attachments,
      'CreateTransitGatewayVpcAttachment ModifyTransitGatewayVpcAttachment AssociateTransitGatewayRouteTable DisassociateTransitGatewayRouteTable EnableTransitGatewayRouteTablePropagation DisableTransitGatewayRouteTablePropagation DeleteTransitGatewayVpcAttachment',
    ],
    aws_ec2_transit_gateway_route_table: [
      'DescribeTransitGatewayRouteTables',
      'CreateTransitGatewayRouteTable DeleteTransitGatewayRouteTable',
    ],
    aws_ec2_transit_gateway_route_table_association: [
      'GetTransitGatewayRouteTableAssociations',
      'AssociateTransitGatewayRouteTable DisassociateTransitGatewayRouteTable',
    ],
    aws_ec2_transit_gateway_route_table_propagation: [
      'GetTransitGatewayRouteTablePropagations',
      'EnableTransitGatewayRouteTablePropagation DisableTransitGatewayRouteTablePropagation',
    ],
    aws_ec2_transit_gateway_dx_gateway_attachment: ['DescribeTransitGatewayAttachments', ''],
    aws_ec2_transit_gateway_route: [
      'SearchTransitGatewayRoutes',
      'CreateTransitGatewayRoute DeleteTransitGatewayRoute',
    ],
    aws_ec2_transit_gateway_peering_attachment: [
      peerings,
      'CreateTransitGatewayPeeringAttachment DeleteTransitGatewayPeeringAttachment',
    ],
    aws_ec2_transit_gateway_peering_attachment_accepter: [
      peerings,
      'AcceptTransitGatewayPeeringAttachment DeleteTransitGatewayPeeringAttachment',
    ],
  },
} as const satisfies AccessTable);

const directConnect = freeze({
  service: 'directconnect',
  tags: '',
  source: 'internal/service/directconnect',
  types: {
    aws_dx_gateway: [
      'DescribeDirectConnectGateways',
      'CreateDirectConnectGateway UpdateDirectConnectGateway DeleteDirectConnectGateway',
    ],
    aws_dx_gateway_association: [
      'DescribeDirectConnectGatewayAssociations',
      'CreateDirectConnectGatewayAssociation UpdateDirectConnectGatewayAssociation DeleteDirectConnectGatewayAssociation',
    ],
  },
} as const satisfies AccessTable);

const shares = freeze({
  service: 'ram',
  tags: 'TagResource UntagResource',
  source: 'internal/service/ram',
  types: {
    aws_ram_resource_share: [
      'GetResourceShares ListResourceSharePermissions',
      'CreateResourceShare UpdateResourceShare DeleteResourceShare',
    ],
    aws_ram_principal_association: [
      'GetResourceShareAssociations GetResourceShares',
      'AssociateResourceShare DisassociateResourceShare',
    ],
    aws_ram_resource_association: [
      'GetResourceShareAssociations GetResourceShares',
      'AssociateResourceShare DisassociateResourceShare',
    ],
  },
} as const satisfies AccessTable);

// PrivateLink leads to these.
const loadBalancers = freeze({
  service: 'elasticloadbalancing',
  tags: 'AddTags RemoveTags',
  source: 'internal/service/elbv2',
  types: {
    aws_lb: [
      'DescribeLoadBalancers DescribeLoadBalancerAttributes DescribeCapacityReservation DescribeTags',
      'CreateLoadBalancer ModifyLoadBalancerAttributes SetSecurityGroups SetSubnets SetIpAddressType DeleteLoadBalancer iam:CreateServiceLinkedRole',
      'Elastic Load Balancing user guide, "Service-linked role"',
    ],
    aws_lb_listener: [
      'DescribeListeners DescribeListenerAttributes DescribeTags',
      'CreateListener ModifyListener ModifyListenerAttributes DeleteListener',
    ],
    aws_lb_target_group: [
      'DescribeTargetGroups DescribeTargetGroupAttributes DescribeTags',
      'CreateTargetGroup ModifyTargetGroup ModifyTargetGroupAttributes DeleteTargetGroup',
    ],
    aws_lb_target_group_attachment: ['DescribeTargetHealth', 'RegisterTargets DeregisterTargets'],
  },
} as const satisfies AccessTable);

/** What joins a VPC to other VPCs, accounts and offices. */
export const links = [transitGateways, directConnect, loadBalancers, shares] as const;
