import { type Problem, unless } from '@bizflow/region-catalog';
import type { Rule, WebAcl } from '../web-acl.ts';

const name = /^[\w-]{1,128}$/;
const label = /^[\w:-]{1,1024}$/;

/** Names and priorities, as `CreateWebACL` of WAFv2 takes them. */
export const names = ({ Name, Rules }: WebAcl): readonly Problem[] => [
  ...named('Name', Name),
  ...Rules.flatMap((rule, index) => [
    ...named(`Rules[${index}].Name`, rule.Name),
    ...named(`Rules[${index}].VisibilityConfig.MetricName`, rule.VisibilityConfig.MetricName),
    ...unless(
      Rules.findIndex((other) => other.Name === rule.Name) === index,
      'RULE_NAME_TWICE',
      `Rules[${index}].Name`,
      rule.Name,
      'names another rule of this ACL already',
      'give each rule its own name',
    ),
    ...priority(rule, index, Rules),
    ...('RuleLabels' in rule ? (rule.RuleLabels ?? []) : []).flatMap((own) =>
      unless(
        label.test(own.Name),
        'LABEL_NAME',
        `${rule.Name}.RuleLabels`,
        own.Name,
        'is no label: letters, digits, underscore, hyphen and colon',
        'rename it',
      ),
    ),
  ]),
];

const named = (at: string, value: string): readonly Problem[] =>
  unless(
    name.test(value),
    'NAME_FORMAT',
    at,
    value,
    'is no name WAF takes: 1 to 128 letters, digits, underscores and hyphens',
    'rename it',
  );

const priority = ({ Name, Priority }: Rule, index: number, rules: readonly Rule[]) => [
  ...unless(
    Number.isInteger(Priority) && Priority >= 0,
    'PRIORITY_MISSING',
    `${Name}.Priority`,
    String(Priority),
    'is no whole number from 0 up',
    'say in which order the rule stands',
  ),
  ...unless(
    rules.findIndex((other) => other.Priority === Priority) === index,
    'PRIORITY_TWICE',
    `${Name}.Priority`,
    String(Priority),
    'is the priority of another rule, and WAF asks for an order',
    'give each rule its own priority',
  ),
];

/** A plain rule acts, a managed group is overridden or not; never both, never neither. */
export const actions = ({ Rules }: WebAcl): readonly Problem[] =>
  Rules.flatMap((rule) => {
    const isGroup = 'ManagedRuleGroupStatement' in rule.Statement;
    const immunity =
      'CaptchaConfig' in rule ? rule.CaptchaConfig?.ImmunityTimeProperty.ImmunityTime : undefined;
    return [
      ...unless(
        'Action' in rule === !isGroup && 'OverrideAction' in rule === isGroup,
        'ACTION_KIND',
        rule.Name,
        Object.keys(rule)
          .filter((key) => key.endsWith('Action'))
          .join(' and ') || 'no action',
        'does not fit: a managed group takes OverrideAction, every other rule Action',
        `give it ${isGroup ? 'OverrideAction' : 'Action'} alone`,
      ),
      ...unless(
        immunity === undefined || (immunity >= 60 && immunity <= 259_200),
        'CAPTCHA_IMMUNITY',
        `${rule.Name}.CaptchaConfig`,
        `${immunity} s`,
        'is not within 60 and 259200 seconds (WAFv2 API, ImmunityTime)',
        'choose a time within',
      ),
    ];
  });
