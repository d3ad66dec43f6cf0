import { freeze } from '@bizflow/kernel';
import type { CountryCode } from '@bizflow/region-catalog';

/** A limit per client address in a sliding window. */
export interface RateLimit {
  readonly limit: number;
  /** WAF knows 60, 120, 300 and 600 seconds (WAFv2 API, `EvaluationWindowSec`). */
  readonly windowSeconds: number;
  /** `count` only measures: for the first weeks of a limit nobody has seen in action. */
  readonly action: 'block' | 'count';
}

/** A managed group of AWS, and which of its rules only count. */
export interface ManagedGroup {
  /** AWS's own name: `AWSManagedRulesCommonRuleSet`. */
  readonly name: string;
  readonly count: readonly string[];
}

/** The document's "WAF Rules", as numbers, places and names. */
export interface EdgePolicy {
  readonly capacity: {
    /** WCU in the base price of a web ACL; each 500 above cost extra (AWS, 2023-04). */
    readonly budgetWcu: number;
    /** WCU that AWS accepts at all (WAF developer guide, "quotas"). */
    readonly ceilingWcu: number;
  };
  /** Lower-case path prefixes; `health` is one exact path. */
  readonly paths: {
    readonly health: string;
    readonly admin: readonly string[];
    readonly login: readonly string[];
    readonly webhook: readonly string[];
    readonly api: readonly string[];
    readonly upload: readonly string[];
  };
  readonly rates: {
    readonly api: RateLimit;
    readonly login: RateLimit;
    readonly webhook: RateLimit;
  };
  readonly highRiskCountries: readonly CountryCode[];
  readonly managedGroups: readonly ManagedGroup[];
  /** How long a solved CAPTCHA holds: 60 to 259200 s (WAFv2 API, `ImmunityTime`). */
  readonly captchaImmunitySeconds: number;
}

/** What stands before BizFlow's public names in every region. */
export const edge = freeze({
  capacity: { budgetWcu: 1500, ceilingWcu: 5000 },
  // The document gives /health only. A prefix that loosens a rule (webhook, api, upload) ends in a
  // slash, so that /webhooksish is none; one that tightens it does not, so that /administrator is.
  paths: {
    health: '/health',
    admin: ['/admin'],
    login: ['/login'],
    webhook: ['/webhooks/'],
    api: ['/api/'],
    upload: ['/api/uploads/'],
  },
  rates: {
    api: { limit: 1000, windowSeconds: 300, action: 'block' },
    login: { limit: 10, windowSeconds: 60, action: 'block' },
    webhook: { limit: 100, windowSeconds: 60, action: 'block' },
  },
  // An example: the document names none. These were the FATF's "High-Risk Jurisdictions subject to a
  // Call for Action" of 2025, a public list in the document's own word; emptied, the rule is gone.
  highRiskCountries: ['IR', 'KP', 'MM'],
  managedGroups: [
    { name: 'AWSManagedRulesAmazonIpReputationList', count: [] },
    // Webhooks and API clients live at hosting providers: the labels lead to a CAPTCHA for pages.
    {
      name: 'AWSManagedRulesAnonymousIpList',
      count: ['AnonymousIPList', 'HostingProviderIPList'],
    },
    { name: 'AWSManagedRulesKnownBadInputsRuleSet', count: [] },
    // Our own rule decides about large bodies, because uploads and webhooks may be large.
    { name: 'AWSManagedRulesCommonRuleSet', count: ['SizeRestrictions_BODY'] },
    { name: 'AWSManagedRulesSQLiRuleSet', count: [] },
    // Programs that call the API are no browsers, and run in data centres.
    {
      name: 'AWSManagedRulesBotControlRuleSet',
      count: ['CategoryHttpLibrary', 'SignalKnownBotDataCenter', 'SignalNonBrowserUserAgent'],
    },
  ],
  captchaImmunitySeconds: 300,
} as const satisfies EdgePolicy);
