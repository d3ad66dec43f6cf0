import { counted, type Problem, unless } from '@bizflow/kernel';
import { isCountryCode } from '@bizflow/region-catalog';
import { groupFacts, managedGroups } from '../managed-groups.ts';
import type { ByteMatch, GeoMatch, ManagedRuleGroup, RateBased } from '../statement.ts';
import { byteLength } from '../utf8.ts';
import type { WebAcl } from '../web-acl.ts';
import { type Place, places } from './walk.ts';

/** What is wrong in each statement, the nested ones too. */
export const statementRules = (webAcl: WebAcl): readonly Problem[] =>
  places(webAcl).flatMap(problems);

function problems({ at, statement, isNested }: Place): readonly Problem[] {
  if ('AndStatement' in statement) return twoParts(at, statement.AndStatement.Statements.length);
  if ('OrStatement' in statement) return twoParts(at, statement.OrStatement.Statements.length);
  if ('GeoMatchStatement' in statement) return geo(at, statement.GeoMatchStatement);
  if ('ByteMatchStatement' in statement) return bytes(at, statement.ByteMatchStatement);
  if ('RateBasedStatement' in statement) {
    const own = rate(at, statement.RateBasedStatement);
    return [...nested('RATE_NESTED', at, 'a rate limit', isNested), ...own];
  }
  if (!('ManagedRuleGroupStatement' in statement)) return [];
  const own = group(at, statement.ManagedRuleGroupStatement);
  return [...nested('GROUP_NESTED', at, 'a managed group', isNested), ...own];
}

const twoParts = (at: string, parts: number): readonly Problem[] =>
  unless(parts >= 2, {
    code: 'STATEMENT_PARTS',
    at,
    value: counted(parts, 'part'),
    reason: 'must be at least two: WAF requires this for AND and OR',
    remedy: 'use the statement itself',
  });

const nested = (code: string, at: string, what: string, isNested: boolean): readonly Problem[] =>
  unless(!isNested, {
    code,
    at,
    value: what,
    reason: 'is allowed only at the top of a rule',
    remedy: 'make it a separate rule, and use labels to narrow it',
  });

const geo = (at: string, { CountryCodes: codes }: GeoMatch): readonly Problem[] => [
  ...unless(codes.length > 0, {
    code: 'COUNTRY_NONE',
    at,
    value: '[]',
    reason: 'matches nothing',
    remedy: 'remove the rule',
  }),
  ...codes.flatMap((code) =>
    unless(isCountryCode(code) || code === 'XK', {
      code: 'COUNTRY_UNKNOWN',
      at,
      value: code,
      reason: 'is not a country code of WAF (ISO 3166-1 alpha-2, and XK)',
      remedy: 'write GB for the United Kingdom, and each member for the European Union',
    }),
  ),
];

const bytes = (at: string, { SearchString: text }: ByteMatch): readonly Problem[] =>
  unless(text.length > 0 && byteLength(text) <= 200, {
    code: 'SEARCH_LENGTH',
    at,
    value: `${byteLength(text)} bytes`,
    reason: 'must be >= 1 and <= 200 bytes (WAF developer guide, "quotas")',
    remedy: 'match a shorter text',
  });

const rate = (at: string, { Limit, EvaluationWindowSec: window }: RateBased) => [
  ...unless(Number.isInteger(Limit) && Limit >= 10 && Limit <= 2e9, {
    code: 'RATE_LIMIT',
    at,
    value: Limit,
    reason: 'must be >= 10 and <= 2000000000 (WAFv2 API, RateLimit)',
    remedy: 'choose 10 or more, and count more narrowly in the application',
  }),
  ...unless([60, 120, 300, 600].includes(window), {
    code: 'RATE_WINDOW',
    at,
    value: `${window} s`,
    reason: 'must be 60, 120, 300 or 600 (WAFv2 API, EvaluationWindowSec)',
    remedy: 'choose one of them; without it the ACK controller updates the web ACL for ever',
  }),
];

const group = (at: string, { Name, RuleActionOverrides = [] }: ManagedRuleGroup) => {
  const facts = groupFacts(Name);
  return [
    ...unless(facts !== undefined, {
      code: 'GROUP_UNKNOWN',
      at,
      value: Name,
      reason: 'is not a managed group that this package knows',
      remedy: `use one of ${Object.keys(managedGroups).join(', ')}`,
    }),
    ...RuleActionOverrides.flatMap((own) =>
      unless(facts === undefined || Object.hasOwn(facts.rules, own.Name), {
        code: 'GROUP_OVERRIDE',
        at,
        value: own.Name,
        reason: `is not a rule of ${Name}; WAF would ignore it without an error`,
        remedy: 'use the name from the WAF developer guide',
      }),
    ),
  ];
};
