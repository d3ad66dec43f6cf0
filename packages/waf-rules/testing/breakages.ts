import type { WebAcl } from '../src/web-acl.ts';

// biome-ignore lint/suspicious/noExplicitAny: a draft may contain what the compiler would reject
type Draft = any;

/** A change that breaks the policy, and the codes that must report it. */
export interface Breakage {
  readonly says: string;
  readonly change: (draft: Draft) => unknown;
  readonly codes: readonly string[];
}

/** A copy of an ACL that may be written to. */
export const loose = (webAcl: WebAcl): Draft => structuredClone(webAcl);

const rule = (draft: Draft, name: string): Draft =>
  draft.Rules.find(({ Name }: { Name: string }) => Name === name);
const geo = (draft: Draft): Draft => rule(draft, 'geo-high-risk').Statement.GeoMatchStatement;
const login = (draft: Draft): Draft => rule(draft, 'rate-login').Statement.RateBasedStatement;
const bots = (draft: Draft): Draft =>
  rule(draft, 'managed-bot-control').Statement.ManagedRuleGroupStatement;
const health = (draft: Draft): Draft => rule(draft, 'health-check').Statement.ByteMatchStatement;
const admin = (draft: Draft): Draft => rule(draft, 'geo-admin').Statement.AndStatement;

const extraRate = (draft: Draft, index: number): Draft => ({
  ...structuredClone(rule(draft, 'rate-api')),
  Name: `rate-extra-${index}`,
  Priority: 1000 + index,
});
const sqlGroup = (draft: Draft): Draft =>
  structuredClone(rule(draft, 'managed-sql-database').Statement);

const breakage = (
  says: string,
  change: (draft: Draft) => unknown,
  ...codes: readonly string[]
): Breakage => ({ says, change, codes });

/** Every way to break an ACL that the problems are known to see. */
export const breakages: readonly Breakage[] = [
  breakage(
    'two rules of one priority',
    (d) => {
      d.Rules[3].Priority = d.Rules[2].Priority;
    },
    'PRIORITY_TWICE',
  ),
  breakage(
    'a rule without priority',
    (d) => {
      delete d.Rules[3].Priority;
    },
    'PRIORITY_MISSING',
  ),
  breakage(
    'a negative priority',
    (d) => {
      d.Rules[0].Priority = -1;
    },
    'PRIORITY_MISSING',
  ),
  breakage(
    'a limit of 9',
    (d) => {
      login(d).Limit = 9;
    },
    'RATE_LIMIT',
  ),
  breakage(
    'a limit that is not a number',
    (d) => {
      login(d).Limit = Number.NaN;
    },
    'RATE_LIMIT',
  ),
  breakage(
    'a window of 90 s',
    (d) => {
      login(d).EvaluationWindowSec = 90;
    },
    'RATE_WINDOW',
  ),
  breakage(
    'a window left out',
    (d) => {
      delete login(d).EvaluationWindowSec;
    },
    'RATE_WINDOW',
  ),
  breakage(
    'the country UK',
    (d) => {
      geo(d).CountryCodes = ['UK', 'KP'];
    },
    'COUNTRY_UNKNOWN',
  ),
  breakage(
    'the country EU',
    (d) => {
      geo(d).CountryCodes = ['EU'];
    },
    'COUNTRY_UNKNOWN',
  ),
  breakage(
    'no country',
    (d) => {
      geo(d).CountryCodes = [];
    },
    'COUNTRY_NONE',
  ),
  breakage(
    'an AND of one part',
    (d) => {
      admin(d).Statements.pop();
    },
    'STATEMENT_PARTS',
  ),
  breakage(
    'an OR of one part',
    (d) => {
      rule(d, 'geo-admin').Statement = { OrStatement: { Statements: [admin(d).Statements[0]] } };
    },
    'STATEMENT_PARTS',
  ),
  breakage(
    'a name with a dot',
    (d) => {
      d.Rules[0].Name = 'health.check';
    },
    'NAME_FORMAT',
  ),
  breakage(
    'a metric with a space',
    (d) => {
      d.Rules[0].VisibilityConfig.MetricName = 'a b';
    },
    'NAME_FORMAT',
  ),
  breakage(
    'an ACL with a slash',
    (d) => {
      d.Name = 'a/b';
    },
    'NAME_FORMAT',
  ),
  breakage(
    'a name used twice',
    (d) => {
      d.Rules[1].Name = d.Rules[0].Name;
    },
    'RULE_NAME_TWICE',
  ),
  breakage(
    'a label with a space',
    (d) => {
      d.Rules[1].RuleLabels[0].Name = 'a b';
    },
    'LABEL_NAME',
  ),
  breakage(
    'a text of 201 bytes',
    (d) => {
      health(d).SearchString = `/${'a'.repeat(200)}`;
    },
    'SEARCH_LENGTH',
  ),
  breakage(
    'a text of 101 letters in 202 bytes',
    (d) => {
      health(d).SearchString = 'é'.repeat(101);
    },
    'SEARCH_LENGTH',
  ),
  breakage(
    'no text',
    (d) => {
      health(d).SearchString = '';
    },
    'SEARCH_LENGTH',
  ),
  breakage(
    'eleven rate rules',
    (d) => {
      for (let i = 0; i < 8; i += 1) d.Rules.push(extraRate(d, i));
    },
    'RATE_RULES',
  ),
  breakage(
    'an unknown managed group',
    (d) => {
      bots(d).Name = 'AWSManagedRulesMagic';
    },
    'GROUP_UNKNOWN',
  ),
  breakage(
    'an unknown override',
    (d) => {
      bots(d).RuleActionOverrides[0].Name = 'CategoryMagic';
    },
    'GROUP_OVERRIDE',
  ),
  breakage(
    'a managed group in an AND',
    (d) => {
      admin(d).Statements[1] = sqlGroup(d);
    },
    'GROUP_NESTED',
    'CAPACITY_BUDGET',
  ),
  breakage(
    'a rate limit in a NOT',
    (d) => {
      admin(d).Statements[1].NotStatement.Statement = structuredClone(
        rule(d, 'rate-api').Statement,
      );
    },
    'RATE_NESTED',
  ),
  breakage(
    'two statements in one',
    (d) => {
      Object.assign(rule(d, 'geo-high-risk').Statement, { XssMatchStatement: {} });
    },
    'STATEMENT_KIND',
  ),
  breakage(
    'no statement',
    (d) => {
      rule(d, 'geo-high-risk').Statement = {};
    },
    'STATEMENT_KIND',
  ),
  breakage(
    'a misspelled statement',
    (d) => {
      rule(d, 'geo-high-risk').Statement = { GeoMachStatement: {} };
    },
    'STATEMENT_KIND',
    'ACK_CANNOT_CARRY',
  ),
  breakage(
    'a managed group with an action',
    (d) => {
      rule(d, 'managed-bot-control').Action = { Block: {} };
    },
    'ACTION_KIND',
  ),
  breakage(
    'a rule without action',
    (d) => {
      delete rule(d, 'geo-admin').Action;
    },
    'ACTION_KIND',
  ),
  breakage(
    'an immunity of 59 s',
    (d) => {
      rule(d, 'captcha').CaptchaConfig.ImmunityTimeProperty.ImmunityTime = 59;
    },
    'CAPTCHA_IMMUNITY',
  ),
  breakage(
    'more than the budget',
    (d) => {
      d.Rules.push({
        ...structuredClone(rule(d, 'managed-sql-database')),
        Name: 'more',
        Priority: 999,
      });
    },
    'CAPACITY_BUDGET',
  ),
  breakage(
    'more than AWS takes',
    (d) => {
      for (let i = 0; i < 6; i += 1)
        d.Rules.push({
          ...structuredClone(rule(d, 'managed-core-rule-set')),
          Name: `more-${i}`,
          Priority: 999 + i,
        });
    },
    'CAPACITY_BUDGET',
    'CAPACITY_CEILING',
  ),
  breakage(
    'the scope of CloudFront',
    (d) => {
      d.Scope = 'CLOUDFRONT';
    },
    'ACK_SCOPE',
  ),
  breakage(
    'an ASN, which ACK does not know',
    (d) => {
      rule(d, 'geo-high-risk').Statement = { AsnMatchStatement: { AsnList: [64_496] } };
    },
    'ACK_CANNOT_CARRY',
  ),
  breakage(
    'a JA4 fingerprint, which ACK does not know',
    (d) => {
      health(d).FieldToMatch = { JA4Fingerprint: { FallbackBehavior: 'MATCH' } };
    },
    'ACK_CANNOT_CARRY',
  ),
  breakage(
    'a nested text that YAML folds',
    (d) => {
      admin(d).Statements[0].LabelMatchStatement.Key = 'a b';
    },
    'ACK_TEXT',
  ),
];
