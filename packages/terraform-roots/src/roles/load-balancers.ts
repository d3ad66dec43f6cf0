import type { Cluster } from '@bizflow/config';
import { originWebAclName, webAclName } from '@bizflow/config/names';
import { loadBalancerGroups, owned } from './load-balancer-groups.ts';
import { loadBalancerReads } from './load-balancer-reads.ts';
import { arn, type Condition, type Statement } from './statement.ts';

const requested = ({ name }: Cluster): Condition => ({
  StringEquals: { 'aws:RequestTag/elbv2.k8s.aws/cluster': [name] },
});

const balancers = (cluster: Cluster, ...kinds: readonly string[]): readonly string[] =>
  kinds.map((kind) => arn(cluster, 'elasticloadbalancing', `${kind}/*`));

const changes = [
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
    resources: balancers(cluster, 'loadbalancer', 'targetgroup', 'listener', 'listener-rule'),
    condition: owned(cluster),
  },
  {
    sid: 'TagOwn',
    actions: ['elasticloadbalancing:AddTags'],
    resources: balancers(cluster, 'loadbalancer', 'targetgroup', 'listener', 'listener-rule'),
    condition: {},
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
    condition: {},
  },
];
