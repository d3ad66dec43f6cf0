import type { Cluster } from '@bizflow/config';
import { originWebAclName, webAclName } from '@bizflow/config/names';
import { anyResource, arn, type Condition, inRegion, type Statement } from './statement.ts';

/** Load balancers that this cluster's controller made, by the tag it gives them. */
const owned = ({ name }: Cluster): Condition => ({
  StringEquals: { 'aws:ResourceTag/elbv2.k8s.aws/cluster': [name] },
});

const requested = ({ name }: Cluster): Condition => ({
  StringEquals: { 'aws:RequestTag/elbv2.k8s.aws/cluster': [name] },
});

const balancers = (cluster: Cluster, ...kinds: readonly string[]): readonly string[] =>
  kinds.map((kind) => arn(cluster, 'elasticloadbalancing', `${kind}/*`));

/** The load balancer controller: its own load balancers and their groups, and no others. */
export const loadBalancerController = (cluster: Cluster): readonly Statement[] => [
  ...reading(cluster),
  {
    sid: 'MakeOwn',
    actions: ['elasticloadbalancing:CreateLoadBalancer', 'elasticloadbalancing:CreateTargetGroup'],
    resources: balancers(cluster, 'loadbalancer', 'targetgroup'),
    condition: requested(cluster),
  },
  {
    sid: 'ChangeOwn',
    actions: [
      'AddListenerCertificates',
      'CreateListener',
      'CreateRule',
      'DeleteListener',
      'DeleteLoadBalancer',
      'DeleteRule',
      'DeleteTargetGroup',
      'DeregisterTargets',
      'ModifyListener',
      'ModifyLoadBalancerAttributes',
      'ModifyRule',
      'ModifyTargetGroup',
      'ModifyTargetGroupAttributes',
      'RegisterTargets',
      'RemoveListenerCertificates',
      'RemoveTags',
      'SetIpAddressType',
      'SetSecurityGroups',
      'SetSubnets',
      'SetWebAcl',
    ].map((action) => `elasticloadbalancing:${action}`),
    resources: balancers(cluster, 'loadbalancer', 'targetgroup', 'listener', 'listener-rule'),
    condition: owned(cluster),
  },
  {
    sid: 'TagOwn',
    actions: ['elasticloadbalancing:AddTags'],
    resources: balancers(cluster, 'loadbalancer', 'targetgroup', 'listener', 'listener-rule'),
    condition: {},
  },
  ...securityGroups(cluster),
  {
    sid: 'ShieldOwn',
    actions: ['wafv2:AssociateWebACL', 'wafv2:GetWebACL', 'wafv2:GetWebACLForResource'],
    resources: [
      ...[webAclName, originWebAclName].map((acl) =>
        arn(cluster, 'wafv2', `regional/webacl/${acl(cluster)}/*`),
      ),
      ...balancers(cluster, 'loadbalancer/app'),
    ],
    condition: {},
  },
];

const reading = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'Read',
    actions: [
      ...[
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
      ].map((what) => `ec2:Describe${what}`),
      ...[
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
      ].map((what) => `elasticloadbalancing:Describe${what}`),
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

const securityGroups = (cluster: Cluster): readonly Statement[] => [
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
