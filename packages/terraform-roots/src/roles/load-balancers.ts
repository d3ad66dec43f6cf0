import type { Cluster } from '@bizflow/config';
import { originWebAclName, webAclName } from '@bizflow/config/names';
import { loadBalancerGroups, owned, requested } from './load-balancer-groups.ts';
import { loadBalancerReads } from './load-balancer-reads.ts';
import { arn, type Statement } from './statement.ts';

const balancers = (cluster: Cluster, ...kinds: readonly string[]): readonly string[] =>
  kinds.map((kind) => arn(cluster, 'elasticloadbalancing', `${kind}/*`));

const kinds = ['loadbalancer', 'targetgroup', 'listener', 'listener-rule'] as const;

const changes = [
  'AddListenerCertificates',
  'AddTags',
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
  'SetRulePriorities',
  'SetSecurityGroups',
  'SetSubnets',
  'SetWebAcl',
].map((action) => `elasticloadbalancing:${action}`);

/** The load balancer controller: its own load balancers and their groups, and no others. */
export const loadBalancerController = (cluster: Cluster): readonly Statement[] => [
  ...loadBalancerReads(cluster),
  {
    sid: 'MakeOwn',
    actions: ['elasticloadbalancing:CreateLoadBalancer', 'elasticloadbalancing:CreateTargetGroup'],
    resources: balancers(cluster, 'loadbalancer', 'targetgroup'),
    condition: requested(cluster),
  },
  {
    sid: 'ChangeOwn',
    actions: changes,
    resources: balancers(cluster, ...kinds),
    condition: owned(cluster),
  },
  {
    // Never a load balancer of others, which this tag would make its own.
    sid: 'TagNew',
    actions: ['elasticloadbalancing:AddTags'],
    resources: balancers(cluster, ...kinds),
    condition: requested(cluster, {
      'elasticloadbalancing:CreateAction': [
        'CreateListener',
        'CreateLoadBalancer',
        'CreateRule',
        'CreateTargetGroup',
      ],
    }),
  },
  {
    // In an account that never had a load balancer (ELB user guide, "Service-linked roles").
    sid: 'MakeServiceRole',
    actions: ['iam:CreateServiceLinkedRole'],
    resources: [
      `arn:aws:iam::${cluster.account}:role/aws-service-role/elasticloadbalancing.amazonaws.com/*`,
    ],
    condition: {
      StringEquals: { 'iam:AWSServiceName': ['elasticloadbalancing.amazonaws.com'] },
    },
  },
  ...loadBalancerGroups(cluster),
  {
    sid: 'ShieldOwn',
    actions: ['wafv2:AssociateWebACL', 'wafv2:GetWebACL', 'wafv2:GetWebACLForResource'],
    resources: [
      ...[webAclName, originWebAclName].map((acl) =>
        arn(cluster, 'wafv2', `regional/webacl/${acl(cluster)}/*`),
      ),
      ...balancers(cluster, 'loadbalancer/app'),
    ],
  },
  ...shieldProtections(cluster),
];

// Only with a subscription: the annotation of our Ingresses asks for a protection then.
const shieldProtections = ({ account, shieldAdvanced }: Cluster): readonly Statement[] =>
  shieldAdvanced
    ? [
        {
          sid: 'ProtectOwn',
          actions: ['CreateProtection', 'DeleteProtection', 'DescribeProtection'].map(
            (action) => `shield:${action}`,
          ),
          resources: [`arn:aws:shield::${account}:protection/*`],
        },
      ]
    : [];
