import { freeze } from '@bizflow/kernel';
import type { EdgePolicy } from '@bizflow/waf-rules';
import { guesses } from '../guesses/guesses.ts';
import { rateLimits } from './rate-limits.ts';

/** WAF for BizFlow's public names in every region: the document's "WAF Rules". */
export const edge = freeze({
  capacity: { budgetWcu: 1500, ceilingWcu: 5000 },
  // A path that loosens a rule (webhook, api, upload) ends in a slash, so that /webhooksish is none; one
  // that tightens it does not, so that /administrator is.
  paths: {
    health: '/health',
    admin: guesses.adminPaths.value,
    login: guesses.loginPaths.value,
    webhook: guesses.webhookPaths.value,
    api: guesses.apiPaths.value,
    upload: guesses.uploadPaths.value,
  },
  rates: rateLimits,
  highRiskCountries: guesses.highRiskCountries.value,
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
    // Programs that call the API are not browsers, and run in data centres.
    {
      name: 'AWSManagedRulesBotControlRuleSet',
      count: ['CategoryHttpLibrary', 'SignalKnownBotDataCenter', 'SignalNonBrowserUserAgent'],
    },
  ],
  captchaImmunitySeconds: 300,
  // Credentials and sessions: the document wants neither in a log.
  redactedHeaders: ['authorization', 'cookie'],
} as const satisfies EdgePolicy);
