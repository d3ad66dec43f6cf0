import type { Statement } from './statement.ts';

type Empty = Readonly<Record<string, never>>;

/** Metrics and samples of an ACL or a rule; `MetricName` is the CloudWatch dimension. */
export interface VisibilityConfig {
  readonly CloudWatchMetricsEnabled: boolean;
  readonly MetricName: string;
  readonly SampledRequestsEnabled: boolean;
}

/** What a plain rule does with a request that matches. */
export type RuleAction =
  | { readonly Allow: Empty }
  | { readonly Block: Empty | { readonly CustomResponse: { readonly ResponseCode: number } } }
  | { readonly Count: Empty }
  | { readonly Captcha: Empty };

interface Ruled {
  readonly Name: string;
  /** Ascending order of evaluation; unique in an ACL. */
  readonly Priority: number;
  readonly Statement: Statement;
  readonly VisibilityConfig: VisibilityConfig;
}

/** A rule of our own: an action, and labels for the rules after it. */
export interface PlainRule extends Ruled {
  readonly Action: RuleAction;
  readonly CaptchaConfig?: { readonly ImmunityTimeProperty: { readonly ImmunityTime: number } };
  readonly RuleLabels?: readonly { readonly Name: string }[];
}

/** A managed group: its own rules decide, unless `Count` overrides them all. */
export interface GroupRule extends Ruled {
  readonly OverrideAction: { readonly None: Empty } | { readonly Count: Empty };
}

export type Rule = PlainRule | GroupRule;

/** REGIONAL guards a load balancer in its region, CLOUDFRONT a distribution. */
export type Scope = 'REGIONAL' | 'CLOUDFRONT';

/** A web ACL after `CreateWebACLRequest` of WAFv2. */
export interface WebAcl {
  readonly Name: string;
  readonly Description: string;
  readonly Scope: Scope;
  readonly DefaultAction: { readonly Allow: Empty } | { readonly Block: Empty };
  readonly Rules: readonly Rule[];
  readonly VisibilityConfig: VisibilityConfig;
}

/**
 * Bytes of a body that WAF sees: 8 KB behind a load balancer, fixed; 16 KB is CloudFront's default
 * (WAF developer guide, "Considerations for managing body inspection").
 */
export const inspectedBodyBytes: Readonly<Record<Scope, number>> = {
  REGIONAL: 8192,
  CLOUDFRONT: 16_384,
};
