import type { CountryCode, Region } from '@bizflow/region-catalog';

/** A limit per client address in a sliding window. */
export interface RateLimit {
  readonly limit: number;
  /** WAF knows 60, 120, 300 and 600 seconds (WAFv2 API, `EvaluationWindowSec`). */
  readonly windowSeconds: number;
  /** `count` only measures: for the first weeks of a new limit. */
  readonly action: 'block' | 'count';
}

/** A managed group of AWS, and which of its rules only count. */
export interface ManagedGroup {
  /** AWS's own name: `AWSManagedRulesCommonRuleSet`. */
  readonly name: string;
  readonly count: readonly string[];
}

/** The kinds of paths that rules distinguish. */
export type PathClass = 'admin' | 'login' | 'webhook' | 'api' | 'upload';

/** The numbers, places and names that the rules before a public name are made of. */
export interface EdgePolicy {
  readonly capacity: {
    /** WCU in the base price of a web ACL; each 500 above cost extra (AWS, 2023-04). */
    readonly budgetWcu: number;
    /** WCU that AWS accepts at all (WAF developer guide, "quotas"). */
    readonly ceilingWcu: number;
  };
  /**
   * Lower-case paths: `admin` and `login` at any depth of a path, the others from its start;
   * `health` is one exact path.
   */
  readonly paths: { readonly health: string } & { readonly [C in PathClass]: readonly string[] };
  readonly rates: Readonly<Record<'api' | 'login' | 'webhook', RateLimit>>;
  /** Blocked everywhere; an empty list makes no rule. */
  readonly highRiskCountries: readonly CountryCode[];
  readonly managedGroups: readonly ManagedGroup[];
  /** How long a solved CAPTCHA is valid: 60 to 259200 s (WAFv2 API, `ImmunityTime`). */
  readonly captchaImmunitySeconds: number;
  /** Headers whose values never reach a log, in lower case. */
  readonly redactedHeaders: readonly string[];
}

/** The catalog, as far as it says whom each region serves. */
export type Served = Readonly<Record<string, Pick<Region, 'serves'>>>;

/** What a web ACL is made from: the edge policy, and the catalog that says whom it serves. */
export interface EdgeFacts {
  readonly edge: EdgePolicy;
  readonly catalog: Served;
}

/**
 * Where the web ACL is. `direct`: before a load balancer that clients call directly, so that the
 * source is the client. `cloudfront`: before a distribution. `origin`: before a load balancer behind
 * CloudFront, where every address is CloudFront's and only content can be inspected.
 */
export type Profile = 'direct' | 'cloudfront' | 'origin';

/** What the drafts of a policy's rules are made from. */
export interface PolicyInput {
  readonly edge: EdgePolicy;
  /** The target markets: every country the catalog serves. */
  readonly markets: readonly CountryCode[];
  readonly profile: Profile;
}
