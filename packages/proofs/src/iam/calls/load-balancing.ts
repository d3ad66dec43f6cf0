import { globalRegion } from '@bizflow/config/foundation';
import { originWebAclName, webAclName } from '@bizflow/config/names';
import type { Thing } from '@bizflow/config/permissions';
import { tags } from './machines.ts';
import { arnIn, type Meeting, type Target, target } from './target.ts';

/** The tag by which the controller finds what it made (pkg/deploy/tracking/provider.go at v3.5.0). */
const ownTag = ({ cluster: { name } }: Meeting) => ({ 'elbv2.k8s.aws/cluster': name });

const paths = {
  Balancer: 'loadbalancer/app/x/1',
  TargetGroup: 'targetgroup/x/1',
  Listener: 'listener/app/x/1/2',
  ListenerRule: 'listener-rule/app/x/1/2/3',
} as const;

const actions = {
  Balancer: 'CreateLoadBalancer',
  TargetGroup: 'CreateTargetGroup',
  Listener: 'CreateListener',
  ListenerRule: 'CreateRule',
} as const;

const own = (kind: keyof typeof paths) => (at: Meeting) =>
  target(at, arnIn(at, 'elasticloadbalancing', paths[kind]), tags('Resource', ownTag(at)));

const made = (kind: keyof typeof paths) => (at: Meeting) =>
  target(at, arnIn(at, 'elasticloadbalancing', paths[kind]), {
    ...tags('Request', ownTag(at)),
    'elasticloadbalancing:CreateAction': actions[kind],
  });

const acl = (name: (cluster: Meeting['cluster']) => string) => (at: Meeting) =>
  target(at, arnIn(at, 'wafv2', `regional/webacl/${name(at.cluster)}/1`));

const group = arnGroup('security-group/sg-1');

/** What the load balancer controller and ACK meet. */
export const loadBalancingThings = {
  balancer: own('Balancer'),
  targetGroup: own('TargetGroup'),
  listener: own('Listener'),
  listenerRule: own('ListenerRule'),
  newBalancer: made('Balancer'),
  newTargetGroup: made('TargetGroup'),
  newListener: made('Listener'),
  newListenerRule: made('ListenerRule'),
  balancerGroup: (at) => group(at, tags('Resource', ownTag(at))),
  newBalancerGroup: (at) =>
    group(at, { ...tags('Request', ownTag(at)), 'ec2:CreateAction': 'CreateSecurityGroup' }),
  // EKS tags the group of a cluster so (EKS user guide, "Security group requirements").
  clusterGroup: (at) =>
    group(at, tags('Resource', { [`kubernetes.io/cluster/${at.cluster.name}`]: 'owned' })),
  groupRule: arnGroup('security-group-rule/*'),
  vpc: arnGroup('vpc/vpc-1'),
  certificate: (at) => target(at, arnIn(at, 'acm', 'certificate/1')),
  loadBalancingRole: (at) =>
    target(
      at,
      `arn:aws:iam::${at.cluster.account}:role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing`,
      { 'iam:AWSServiceName': 'elasticloadbalancing.amazonaws.com' },
    ),
  // Shield is one for the world, and signs for the region of its endpoint.
  protection: ({ cluster: { account } }) => [
    {
      resource: `arn:aws:shield::${account}:protection/1`,
      context: { 'aws:RequestedRegion': globalRegion },
    },
  ],
  webAcl: acl(webAclName),
  originWebAcl: acl(originWebAclName),
  managedRules: (at) => target(at, arnIn(at, 'wafv2', 'regional/managedruleset/AWS/x')),
} satisfies { readonly [thing in Thing]?: (at: Meeting) => readonly Target[] };

function arnGroup(path: string) {
  return (at: Meeting, context: Target['context'] = {}) =>
    target(at, arnIn(at, 'ec2', path), context);
}
