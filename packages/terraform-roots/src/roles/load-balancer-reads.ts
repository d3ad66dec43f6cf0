import type { Cluster } from '@bizflow/config';
import { anyResource, arn, inRegion, type Statement } from './statement.ts';

const network = [
  'AvailabilityZones',
  'InstanceTypes',
  'Instances',
  'InternetGateways',
  'ManagedPrefixLists',
  'NetworkInterfaces',
  'RouteTables',
  'SecurityGroups',
  'Subnets',
  'Tags',
  'Vpcs',
].map((what) => `ec2:Describe${what}`);

const balancers = [
  'ListenerAttributes',
  'ListenerCertificates',
  'Listeners',
  'LoadBalancerAttributes',
  'LoadBalancers',
  'Rules',
  'SSLPolicies',
  'Tags',
  'TargetGroupAttributes',
  'TargetGroups',
  'TargetHealth',
].map((what) => `elasticloadbalancing:Describe${what}`);

/** What the load balancer controller reads to know what there is. */
export const loadBalancerReads = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'Read',
    actions: [
      ...network,
      ...balancers,
      'acm:ListCertificates',
      // Not in the controller's published policy, and without it no ACL is found by its name.
      'wafv2:ListWebACLs',
    ],
    resources: anyResource,
    condition: inRegion(cluster),
  },
  {
    sid: 'ReadGroups',
    actions: ['ec2:GetSecurityGroupsForVpc'],
    resources: [arn(cluster, 'ec2', 'vpc/*')],
    condition: {},
  },
  {
    sid: 'ReadCertificates',
    actions: ['acm:DescribeCertificate', 'acm:ListTagsForCertificate'],
    resources: [arn(cluster, 'acm', 'certificate/*')],
    condition: {},
  },
];
