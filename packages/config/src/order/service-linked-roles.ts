import { freeze } from '@bizflow/kernel';

/** A role that an AWS service makes for itself in an account, and who needs it first. */
export interface ServiceLinkedRole {
  readonly service: string;
  /** The name that AWS gives it (each service's guide, "Service-linked roles"). */
  readonly role: string;
  /** Types of resources, or kinds of a cluster, whose first one fails without it. */
  readonly neededBy: readonly string[];
}

/**
 * Made before anything else: who makes the first load balancer or Spot instance is a controller that
 * may not make roles, and a service that makes its role itself sometimes cannot use it yet (RDS,
 * ElastiCache: the first create fails). Not Terraform's: its resource refuses a role that exists (0062).
 */
export const serviceLinkedRoles: readonly ServiceLinkedRole[] = freeze([
  {
    service: 'elasticloadbalancing.amazonaws.com',
    role: 'AWSServiceRoleForElasticLoadBalancing',
    neededBy: ['Ingress', 'aws_lb'],
  },
  { service: 'spot.amazonaws.com', role: 'AWSServiceRoleForEC2Spot', neededBy: ['NodePool'] },
  { service: 'ec2fleet.amazonaws.com', role: 'AWSServiceRoleForEC2Fleet', neededBy: ['NodePool'] },
  {
    service: 'autoscaling.amazonaws.com',
    role: 'AWSServiceRoleForAutoScaling',
    neededBy: ['aws_eks_node_group'],
  },
  {
    service: 'eks.amazonaws.com',
    role: 'AWSServiceRoleForAmazonEKS',
    neededBy: ['aws_eks_cluster'],
  },
  {
    service: 'eks-nodegroup.amazonaws.com',
    role: 'AWSServiceRoleForAmazonEKSNodegroup',
    neededBy: ['aws_eks_node_group'],
  },
  {
    service: 'eks-fargate.amazonaws.com',
    role: 'AWSServiceRoleForAmazonEKSForFargate',
    neededBy: ['aws_eks_fargate_profile'],
  },
  { service: 'rds.amazonaws.com', role: 'AWSServiceRoleForRDS', neededBy: ['aws_db_instance'] },
  {
    service: 'elasticache.amazonaws.com',
    role: 'AWSServiceRoleForElastiCache',
    neededBy: ['aws_elasticache_replication_group'],
  },
  {
    service: 'backup.amazonaws.com',
    role: 'AWSServiceRoleForBackup',
    neededBy: ['aws_backup_plan'],
  },
  {
    service: 'network-firewall.amazonaws.com',
    role: 'AWSServiceRoleForNetworkFirewall',
    neededBy: ['aws_networkfirewall_firewall'],
  },
  {
    service: 'transitgateway.amazonaws.com',
    role: 'AWSServiceRoleForVPCTransitGateway',
    neededBy: ['aws_ec2_transit_gateway_vpc_attachment'],
  },
  {
    service: 'guardduty.amazonaws.com',
    role: 'AWSServiceRoleForAmazonGuardDuty',
    neededBy: ['aws_guardduty_detector'],
  },
  {
    service: 'securityhub.amazonaws.com',
    role: 'AWSServiceRoleForSecurityHub',
    neededBy: ['aws_securityhub_account'],
  },
  {
    service: 'macie.amazonaws.com',
    role: 'AWSServiceRoleForAmazonMacie',
    neededBy: ['aws_macie2_account'],
  },
  {
    service: 'inspector2.amazonaws.com',
    role: 'AWSServiceRoleForAmazonInspector2',
    neededBy: ['aws_ecr_registry_scanning_configuration'],
  },
  {
    service: 'replication.ecr.amazonaws.com',
    role: 'AWSServiceRoleForECRReplication',
    neededBy: ['aws_ecr_replication_configuration'],
  },
  {
    service: 'wafv2.amazonaws.com',
    role: 'AWSServiceRoleForWAFV2Logging',
    neededBy: ['aws_wafv2_web_acl_logging_configuration'],
  },
]);
