import type { Cluster } from '@bizflow/config';
import { anyResource, arn, inRegion, type Statement } from './statement.ts';

const network = [
  'AvailabilityZones',
  'Instances',
  'NetworkInterfaces',
  'SecurityGroups',
  'Subnets',
  'Vpcs',
].map((what) => `ec2:Describe${what}`);

const balancers = [
  'ListenerAttributes',
  'ListenerCertificates',
  'Listeners',
  'LoadBalancerAttributes',
  'LoadBalancers',
  'Rules',
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
    // Shield is one for the world. Unless this answers, each reconciliation ends with an error in the log.
    sid: 'ReadShield',
    actions: ['shield:GetSubscriptionState'],
    resources: anyResource,
  },
  {
    sid: 'ReadCertificates',
    actions: ['acm:DescribeCertificate'],
    resources: [arn(cluster, 'acm', 'certificate/*')],
  },
];
