import type { Call } from './call.ts';
import { elb } from './elastic-load-balancing.ts';

/** What the load balancer controller reads. */
export const loadBalancerReads: readonly Call[] = [
  ['acm:DescribeCertificate', ['certificate'], 'pkg/certs/cert_discovery.go:167'],
  ['acm:ListCertificates', ['anything'], 'pkg/certs/cert_discovery.go:131'],
  ['ec2:DescribeAvailabilityZones', ['anything'], 'pkg/networking/az_info_provider.go:94'],
  ['ec2:DescribeInstances', ['anything'], 'pkg/networking/node_info_provider.go:69'],
  ['ec2:DescribeNetworkInterfaces', ['anything'], 'pkg/networking/pod_eni_info_resolver.go:267'],
  ['ec2:DescribeSecurityGroups', ['anything'], 'pkg/networking/security_group_manager.go:198'],
  ['ec2:DescribeSubnets', ['anything'], 'pkg/networking/subnet_resolver.go:417'],
  ['ec2:DescribeVpcs', ['anything'], 'pkg/networking/vpc_info_provider.go:138'],
  ['shield:GetSubscriptionState', ['global'], 'pkg/deploy/shield/protection_manager.go:146'],
  ['wafv2:GetWebACL', ['originWebAcl', 'webAcl'], 'docs/install/iam_policy.json:63'],
  [
    'wafv2:GetWebACLForResource',
    ['balancer'],
    'pkg/deploy/wafv2/web_acl_association_manager.go:94',
  ],
  ['wafv2:ListWebACLs', ['anything'], 'pkg/ingress/model_builder.go:640'],
  ...elb([
    [
      'DescribeListenerAttributes',
      ['anything'],
      'pkg/deploy/elbv2/listener_attributes_reconciler.go:85',
    ],
    ['DescribeListenerCertificates', ['anything'], 'pkg/deploy/elbv2/listener_manager.go:268'],
    ['DescribeListeners', ['anything'], 'pkg/deploy/elbv2/tagging_manager.go:200'],
    [
      'DescribeLoadBalancerAttributes',
      ['anything'],
      'pkg/deploy/elbv2/load_balancer_attributes_reconciler.go:85',
    ],
    ['DescribeLoadBalancers', ['anything'], 'pkg/deploy/elbv2/tagging_manager.go:319'],
    ['DescribeRules', ['anything'], 'pkg/deploy/elbv2/tagging_manager.go:233'],
    ['DescribeTags', ['anything'], 'pkg/deploy/elbv2/tagging_manager.go:472'],
    [
      'DescribeTargetGroupAttributes',
      ['anything'],
      'pkg/deploy/elbv2/target_group_attributes_reconciler.go:86',
    ],
    ['DescribeTargetGroups', ['anything'], 'pkg/deploy/elbv2/tagging_manager.go:398'],
    ['DescribeTargetHealth', ['anything'], 'pkg/targetgroupbinding/targets_manager.go:220'],
  ]),
];
