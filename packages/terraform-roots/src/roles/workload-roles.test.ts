import { clusters, fleet } from '@bizflow/config';
import { describe, expect, it } from 'vitest';
import { allows } from '../../testing/iam.ts';
import { workloadRoles } from './workload-roles.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const [india, singapore] = clusters(facts);
if (india === undefined || singapore === undefined)
  throw new RangeError('there are fewer than two clusters');

const account = india.account;
const here = india.region.id;
const there = singapore.region.id;
const statementsOf = (name: string) =>
  workloadRoles(india, facts).find((role) => role.name === name)?.statements ?? [];
const balancer = `arn:aws:elasticloadbalancing:${here}:${account}:loadbalancer/app/x/1`;
const secret = (name: string, region = here): string =>
  `arn:aws:secretsmanager:${region}:${account}:secret:bizflow/production/${region}/${name}-a1B2c3`;
const bucket = (region: string): string =>
  `arn:aws:s3:::bizflow-production-${region}-data-${account}`;
const acl = (name: string): string =>
  `arn:aws:wafv2:${here}:${account}:regional/webacl/bizflow-production-${here}-${name}/1`;
const workspace = `arn:aws:aps:${here}:${account}:workspace/${india.prometheusWorkspace}`;
const [delivery] = india.registry.split('.');
const repository = (region: string): string =>
  `arn:aws:ecr:${region}:${delivery}:repository/bizflow/api`;
const zone = 'arn:aws:route53:::hostedzone/Z1';
const named = (name: string, type = 'A') => ({
  'route53:ChangeResourceRecordSetsNormalizedRecordNames': name,
  'route53:ChangeResourceRecordSetsRecordTypes': type,
});
const instance = `arn:aws:ec2:${here}:${account}:instance/i-1`;
const ours = { [`aws:ResourceTag/kubernetes.io/cluster/${india.name}`]: 'owned' };

type Row = readonly [
  role: string,
  action: string,
  resource: string,
  context?: Readonly<Record<string, string>>,
];

const allowed: readonly Row[] = [
  ['api', 's3:PutObject', `${bucket(here)}/a`],
  ['api', 's3:ListBucket', bucket(here)],
  ['whatsapp-worker', 's3:GetObject', `${bucket(here)}/a`],
  ['external-secrets', 'secretsmanager:GetSecretValue', secret('database')],
  ['external-secrets', 'secretsmanager:GetSecretValue', secret('twilio-auth')],
  ['external-secrets', 'secretsmanager:GetSecretValue', secret('database-migration')],
  ['notification-reader', 'secretsmanager:GetSecretValue', secret('slack')],
  ['argo-rollouts', 'aps:QueryMetrics', workspace],
  [
    'argo-rollouts',
    'elasticloadbalancing:DescribeTargetHealth',
    balancer,
    { 'aws:RequestedRegion': here },
  ],
  ['otel-edge', 'aps:RemoteWrite', workspace],
  ['otel-sampler', 'xray:PutTraceSegments', '*', { 'aws:RequestedRegion': here }],
  ['external-dns', 'route53:ChangeResourceRecordSets', zone, named(`${here}.alb.bizflow.app`)],
  [
    'external-dns',
    'route53:ChangeResourceRecordSets',
    zone,
    named(`cname-${here}.cdn.bizflow.app`, 'TXT'),
  ],
  ['ack-wafv2', 'wafv2:UpdateWebACL', acl('direct')],
  ['aws-load-balancer-controller', 'wafv2:AssociateWebACL', acl('origin')],
  ['aws-load-balancer-controller', 'wafv2:ListWebACLs', '*', { 'aws:RequestedRegion': here }],
  [
    'aws-load-balancer-controller',
    'elasticloadbalancing:DeleteLoadBalancer',
    balancer,
    { 'aws:ResourceTag/elbv2.k8s.aws/cluster': india.name },
  ],
  [
    'karpenter',
    'ec2:TerminateInstances',
    instance,
    { ...ours, 'aws:ResourceTag/karpenter.sh/nodepool': 'graviton-on-demand' },
  ],
  [
    'karpenter',
    'iam:PassRole',
    `arn:aws:iam::${account}:role/${india.name}-karpenter-node`,
    { 'iam:PassedToService': 'ec2.amazonaws.com' },
  ],
  ['policy-controller', 'ecr:BatchGetImage', repository(here)],
  ['karpenter', 'sqs:ReceiveMessage', `arn:aws:sqs:${here}:${account}:${india.name}`],
  [
    'aws-node',
    'ec2:AssignPrivateIpAddresses',
    `arn:aws:ec2:${here}:${account}:network-interface/eni-1`,
  ],
];

const denied: readonly Row[] = [
  ['api', 's3:GetObject', `${bucket(there)}/a`],
  ['api', 's3:DeleteBucket', bucket(here)],
  ['api', 's3:PutBucketPolicy', bucket(here)],
  ['api', 'secretsmanager:GetSecretValue', secret('database')],
  ['external-secrets', 'secretsmanager:GetSecretValue', secret('database-administrator-password')],
  ['external-secrets', 'secretsmanager:GetSecretValue', secret('slack')],
  ['external-secrets', 'secretsmanager:GetSecretValue', secret('database', there)],
  ['external-secrets', 'secretsmanager:PutSecretValue', secret('database')],
  ['notification-reader', 'secretsmanager:GetSecretValue', secret('database')],
  ['argo-rollouts', 'aps:RemoteWrite', workspace],
  ['policy-controller', 'ecr:BatchGetImage', repository(there)],
  ['policy-controller', 'ecr:PutImage', repository(here)],
  [
    'argo-rollouts',
    'elasticloadbalancing:ModifyListener',
    balancer,
    { 'aws:RequestedRegion': here },
  ],
  ['otel-edge', 'aps:QueryMetrics', workspace],
  ['otel-sampler', 'xray:PutTraceSegments', '*', { 'aws:RequestedRegion': there }],
  ['external-dns', 'route53:ChangeResourceRecordSets', zone, named('api.bizflow.app')],
  ['external-dns', 'route53:ChangeResourceRecordSets', zone, named(`${there}.alb.bizflow.app`)],
  [
    'external-dns',
    'route53:ChangeResourceRecordSets',
    zone,
    named(`${here}.alb.bizflow.app`, 'NS'),
  ],
  ['ack-wafv2', 'wafv2:DeleteWebACL', acl('direct')],
  ['ack-wafv2', 'wafv2:UpdateWebACL', acl('origin')],
  ['aws-load-balancer-controller', 'wafv2:UpdateWebACL', acl('direct')],
  [
    'aws-load-balancer-controller',
    'elasticloadbalancing:DeleteLoadBalancer',
    balancer,
    { 'aws:ResourceTag/elbv2.k8s.aws/cluster': 'another' },
  ],
  // A tag would make a foreign load balancer, group or machine its own.
  [
    'aws-load-balancer-controller',
    'elasticloadbalancing:AddTags',
    balancer,
    { 'aws:RequestTag/elbv2.k8s.aws/cluster': india.name },
  ],
  [
    'aws-load-balancer-controller',
    'ec2:AuthorizeSecurityGroupIngress',
    `arn:aws:ec2:${here}:${account}:security-group/sg-1`,
  ],
  [
    'karpenter',
    'ec2:CreateTags',
    instance,
    {
      ...ours,
      'aws:ResourceTag/karpenter.sh/nodepool': 'graviton-on-demand',
      'aws:TagKeys': 'bizflow:environment',
    },
  ],
  ['external-dns', 'route53:ChangeResourceRecordSets', zone],
  ['karpenter', 'ec2:TerminateInstances', instance],
  [
    'karpenter',
    'iam:PassRole',
    `arn:aws:iam::${account}:role/${india.name}-administrator`,
    { 'iam:PassedToService': 'ec2.amazonaws.com' },
  ],
  ['karpenter', 'iam:CreateRole', `arn:aws:iam::${account}:role/x`],
  ['aws-node', 'ec2:TerminateInstances', instance],
];

const requests = (rows: readonly Row[]) =>
  rows.map(([role, action, resource, context = {}]) => ({ role, action, resource, context }));

describe('a role', () => {
  it.each(requests(allowed))('$role may $action on $resource', ({ role, ...request }) => {
    expect(allows(statementsOf(role), request)).toBe(true);
  });

  it.each(requests(denied))('$role may not $action on $resource', ({ role, ...request }) => {
    expect(allows(statementsOf(role), request)).toBe(false);
  });

  it('uses a key of secrets or objects only through their service', () => {
    for (const [role, service] of [
      ['external-secrets', 'secretsmanager'],
      ['api', 's3'],
    ] as const) {
      const [key] = statementsOf(role).filter(({ condition }) => condition?.StringEquals);
      expect(key?.actions).toContain('kms:Decrypt');
      expect(key?.condition).toEqual({
        StringEquals: { 'kms:ViaService': [`${service}.${here}.amazonaws.com`] },
      });
    }
  });
});

it('names a resource wherever AWS offers one', () => {
  const open = workloadRoles(india, facts).flatMap(({ statements }) =>
    statements.filter(({ resources }) => resources.includes('*')).flatMap(({ actions }) => actions),
  );
  // Service Authorization Reference: none of these takes a resource, or only reads a whole list.
  const listing =
    /^(ec2:Describe|elasticloadbalancing:Describe|logs:Describe|(acm|wafv2|route53):List)/;
  expect(open.filter((action) => !listing.test(action)).toSorted()).toEqual([
    'cloudwatch:PutMetricData',
    'ecr:GetAuthorizationToken',
    'iam:ListInstanceProfiles',
    'pricing:GetProducts',
    'shield:GetSubscriptionState',
    'xray:PutSpans',
    'xray:PutSpansForIndexing',
    'xray:PutTraceSegments',
  ]);
});

it('stays within the 10,240 characters that IAM gives the policies in a role', () => {
  for (const { name, statements } of workloadRoles(india, facts)) {
    expect([name, JSON.stringify(statements).length < 10_240]).toEqual([name, true]);
  }
});

it('gives only a dedicated tenant its own secrets', () => {
  const tenant = {
    name: 'acme',
    country: 'IN',
    region: here,
    quota: { pods: 1, cpu: 1, memoryGi: 1 },
  } as const;
  const roles = workloadRoles(india, { ...facts, tenants: [tenant] });
  const own = roles.find(({ name }) => name === 'tenant-acme');
  const read = (resource: string) =>
    allows(own?.statements ?? [], {
      action: 'secretsmanager:GetSecretValue',
      resource,
      context: {},
    });
  expect(read(secret('tenant-acme/key'))).toBe(true);
  expect(read(secret('tenant-other/key'))).toBe(false);
  expect(read(secret('database'))).toBe(false);
});
