import type { CountryCode } from '@bizflow/region-catalog';

/** A limit per client address in a sliding window. */
export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly action: 'block' | 'count';
}

/**
 * The numbers, places and names an edge policy is made of. @bizflow/config's `edge` has this shape;
 * it is written here as well because a published package cannot depend on that private one.
 */
export interface EdgeConfig {
  readonly capacity: { readonly budgetWcu: number; readonly ceilingWcu: number };
  readonly paths: { readonly health: string } & { readonly [C in PathClass]: readonly string[] };
  readonly rates: Readonly<Record<'api' | 'login' | 'webhook', RateLimit>>;
  readonly highRiskCountries: readonly CountryCode[];
  readonly managedGroups: readonly { readonly name: string; readonly count: readonly string[] }[];
  readonly captchaImmunitySeconds: number;
}

/** The kinds of paths that rules tell apart. */
export type PathClass = 'admin' | 'login' | 'webhook' | 'api' | 'upload';

/**
 * Where the ACL stands. `direct`: before a load balancer that clients reach themselves, so that the
 * source is the client. `cloudfront`: before a distribution. `origin`: before a load balancer behind
 * CloudFront, where every address is CloudFront's and only content can be judged.
 */
export type Profile = 'direct' | 'cloudfront' | 'origin';

/** What the drafts of a policy's rules are made from. */
export interface PolicyInput {
  readonly edge: EdgeConfig;
  /** The target markets: every country the catalog serves. */
  readonly markets: readonly CountryCode[];
  readonly profile: Profile;
}
