import { freeze } from '@bizflow/kernel';
import type { Call, CallTable } from './call.ts';
import { elb } from './elastic-load-balancing.ts';
import { loadBalancerReads } from './load-balancer-reads.ts';

const groups: readonly Call[] = [
  [
    'ec2:AuthorizeSecurityGroupIngress',
    ['balancerGroup', 'clusterGroup', 'groupRule'],
    'pkg/networking/security_group_manager.go:138',
  ],
  [
    'ec2:CreateSecurityGroup',
    ['newBalancerGroup', 'vpc'],
    'pkg/deploy/ec2/security_group_manager.go:88',
  ],
  [
    'ec2:CreateTags',
    ['newBalancerGroup', 'balancerGroup'],
    'pkg/deploy/ec2/tagging_manager.go:108',
  ],
  ['ec2:DeleteSecurityGroup', ['balancerGroup'], 'pkg/deploy/ec2/security_group_manager.go:136'],
  ['ec2:DeleteTags', ['balancerGroup'], 'pkg/deploy/ec2/tagging_manager.go:124'],
  [
    'ec2:RevokeSecurityGroupIngress',
    ['balancerGroup', 'clusterGroup', 'groupRule'],
    'pkg/networking/security_group_manager.go:158',
  ],
];

const balancers: readonly Call[] = elb([
  ['AddListenerCertificates', ['listener'], 'pkg/deploy/elbv2/listener_manager.go:251'],
  [
    'AddTags',
    [
      'newBalancer',
      'newTargetGroup',
      'newListener',
      'newListenerRule',
      'balancer',
      'targetGroup',
      'listener',
      'listenerRule',
    ],
    'pkg/deploy/elbv2/tagging_manager.go:168',
  ],
  ['CreateListener', ['balancer'], 'pkg/deploy/elbv2/listener_manager.go:89'],
  ['CreateLoadBalancer', ['newBalancer'], 'pkg/deploy/elbv2/load_balancer_manager.go:68'],
  ['CreateRule', ['listener'], 'pkg/deploy/elbv2/listener_rule_manager.go:78'],
  ['CreateTargetGroup', ['newTargetGroup'], 'pkg/deploy/elbv2/target_group_manager.go:76'],
  ['DeleteListener', ['listener'], 'pkg/deploy/elbv2/listener_manager.go:141'],
  ['DeleteLoadBalancer', ['balancer'], 'pkg/deploy/elbv2/load_balancer_manager.go:129'],
  ['DeleteRule', ['listenerRule'], 'pkg/deploy/elbv2/listener_rule_manager.go:120'],
  ['DeleteTargetGroup', ['targetGroup'], 'pkg/deploy/elbv2/target_group_manager.go:117'],
  ['DeregisterTargets', ['targetGroup'], 'pkg/targetgroupbinding/targets_manager.go:127'],
  ['ModifyListener', ['listener'], 'pkg/deploy/elbv2/listener_manager.go:179'],
  [
    'ModifyLoadBalancerAttributes',
    ['balancer'],
    'pkg/deploy/elbv2/load_balancer_attributes_reconciler.go:62',
  ],
  ['ModifyRule', ['listenerRule'], 'pkg/deploy/elbv2/listener_rule_manager.go:158'],
  ['ModifyTargetGroup', ['targetGroup'], 'pkg/deploy/elbv2/target_group_manager.go:139'],
  [
    'ModifyTargetGroupAttributes',
    ['targetGroup'],
    'pkg/deploy/elbv2/target_group_attributes_reconciler.go:62',
  ],
  ['RegisterTargets', ['targetGroup'], 'pkg/targetgroupbinding/targets_manager.go:100'],
  ['RemoveListenerCertificates', ['listener'], 'pkg/deploy/elbv2/listener_manager.go:227'],
  [
    'RemoveTags',
    ['balancer', 'targetGroup', 'listener', 'listenerRule'],
    'pkg/deploy/elbv2/tagging_manager.go:186',
  ],
  ['SetIpAddressType', ['balancer'], 'pkg/deploy/elbv2/load_balancer_manager.go:157'],
  ['SetRulePriorities', ['listenerRule'], 'pkg/deploy/elbv2/listener_rule_manager.go:132'],
  ['SetSecurityGroups', ['balancer'], 'pkg/deploy/elbv2/load_balancer_manager.go:260'],
  ['SetSubnets', ['balancer'], 'pkg/deploy/elbv2/load_balancer_manager.go:218'],
  ['SetWebAcl', ['balancer'], 'docs/install/iam_policy.json:241'],
]);

const calls = [
  ...loadBalancerReads,
  ...groups,
  ...balancers,
  ['iam:CreateServiceLinkedRole', ['loadBalancingRole'], 'docs/install/iam_policy.json:7'],
  [
    'wafv2:AssociateWebACL',
    ['originWebAcl', 'webAcl', 'balancer'],
    'pkg/deploy/wafv2/web_acl_association_manager.go:59',
  ],
] as const satisfies CallTable['calls'];

/**
 * Of this version, without Shield protections, TLS trust stores, IPAM pools, capacity reservations, Global Accelerator, Cognito, WAF
 * Classic or certificates of its own: their calls come after a question that our Ingresses answer with no.
 */
export const loadBalancerController = freeze({
  source: {
    repository: 'kubernetes-sigs/aws-load-balancer-controller',
    version: 'v3.5.0',
    pin: 'aws-load-balancer-controller 3.5.0',
  },
  calls,
} as const satisfies CallTable);

/** The same where Ingresses ask for a protection of Shield Advanced. */
export const shieldedLoadBalancerController = freeze({
  ...loadBalancerController,
  calls: [
    ...calls,
    ['shield:CreateProtection', ['protection'], 'pkg/deploy/shield/protection_manager.go:73'],
    ['shield:DeleteProtection', ['protection'], 'pkg/deploy/shield/protection_manager.go:97'],
    ['shield:DescribeProtection', ['protection'], 'pkg/deploy/shield/protection_manager.go:118'],
  ],
} as const satisfies CallTable);
