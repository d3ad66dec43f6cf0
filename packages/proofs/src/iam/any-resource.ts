/** Actions without resource-level permissions, and what still limits them. */
export interface AnyResource {
  /** A pattern of actions. */
  readonly action: string;
  /** The condition key that binds it; undefined where a service has no place. */
  readonly bound: string | undefined;
  readonly why: string;
}

/**
 * Every `*` resource of this repository's roles, as the Service Authorization Reference has it.
 * An entry that no role needs fails a test.
 */
export const anyResource: readonly AnyResource[] = [
  { action: 'ec2:Describe*', bound: 'aws:RequestedRegion', why: 'descriptions know no resource' },
  {
    action: 'elasticloadbalancing:Describe*',
    bound: 'aws:RequestedRegion',
    why: 'descriptions know no resource',
  },
  { action: 'acm:ListCertificates', bound: 'aws:RequestedRegion', why: 'lists know no resource' },
  { action: 'wafv2:ListWebACLs', bound: 'aws:RequestedRegion', why: 'lists know no resource' },
  {
    action: 'shield:GetSubscriptionState',
    bound: undefined,
    why: 'Shield is one for the world; a subscription is not a resource',
  },
  {
    action: 'iam:ListInstanceProfiles',
    bound: undefined,
    why: 'IAM is one for the world; lists know no resource',
  },
  { action: 'logs:DescribeLogGroups', bound: 'aws:RequestedRegion', why: 'lists know no resource' },
  {
    action: 'cloudwatch:PutMetricData',
    bound: 'cloudwatch:namespace',
    why: 'a metric is not a resource',
  },
  {
    action: 'ecr:GetAuthorizationToken',
    bound: 'aws:RequestedRegion',
    why: 'a token is for a whole registry',
  },
  { action: 'xray:PutSpans*', bound: 'aws:RequestedRegion', why: 'a trace is not a resource' },
  {
    action: 'xray:PutTraceSegments',
    bound: 'aws:RequestedRegion',
    why: 'a trace is not a resource',
  },
  { action: 'pricing:GetProducts', bound: undefined, why: 'prices are public, from one place' },
  {
    action: 'route53:ListHostedZones*',
    bound: undefined,
    why: 'Route 53 is global; lists know no resource',
  },
];

/** Roles whose work is to make what has no ARN yet, and the page that says what binds them. */
export const builders: readonly { readonly role: RegExp; readonly decision: string }[] = [
  {
    role: /-github-(plan|propose|apply)$/,
    decision: 'docs/decisions/0063-github-plans-and-applies.md',
  },
];
