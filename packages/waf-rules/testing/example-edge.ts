import type { EdgePolicy } from '../src/policy/edge-policy.ts';

/** A policy with every kind of rule; its limits are small, so that a test can send them all. */
export const exampleEdge: EdgePolicy = {
  capacity: { budgetWcu: 1500, ceilingWcu: 5000 },
  paths: {
    health: '/health',
    admin: ['/admin'],
    login: ['/login'],
    webhook: ['/webhooks/'],
    api: ['/api/'],
    upload: ['/api/uploads/'],
  },
  rates: {
    api: { limit: 300, windowSeconds: 300, action: 'block' },
    login: { limit: 12, windowSeconds: 60, action: 'block' },
    webhook: { limit: 60, windowSeconds: 120, action: 'block' },
  },
  highRiskCountries: ['KP', 'IR', 'SY'],
  managedGroups: [
    { name: 'AWSManagedRulesAmazonIpReputationList', count: [] },
    {
      name: 'AWSManagedRulesAnonymousIpList',
      count: ['AnonymousIPList', 'HostingProviderIPList'],
    },
    { name: 'AWSManagedRulesKnownBadInputsRuleSet', count: [] },
    { name: 'AWSManagedRulesCommonRuleSet', count: ['SizeRestrictions_BODY'] },
    { name: 'AWSManagedRulesSQLiRuleSet', count: [] },
    {
      name: 'AWSManagedRulesBotControlRuleSet',
      count: ['CategoryHttpLibrary', 'SignalKnownBotDataCenter', 'SignalNonBrowserUserAgent'],
    },
  ],
  captchaImmunitySeconds: 300,
  redactedHeaders: ['authorization'],
};
