import { type Problem, unless } from '@bizflow/kernel';
import type { Rule, WebAcl } from '../web-acl.ts';

const name = /^[\w-]{1,128}$/;
const label = /^[\w:-]{1,1024}$/;

/** Names and priorities, as `CreateWebACL` of WAFv2 takes them. */
export const nameRules = ({ Name, Rules }: WebAcl): readonly Problem[] => [
  ...named('Name', Name),
  ...Rules.flatMap((rule, index) => [
    ...named(`Rules[${index}].Name`, rule.Name),
    ...named(`Rules[${index}].VisibilityConfig.MetricName`, rule.VisibilityConfig.MetricName),
    ...unless(Rules.findIndex((other) => other.Name === rule.Name) === index, {
      code: 'RULE_NAME_TWICE',
      at: `Rules[${index}].Name`,
      value: rule.Name,
      reason: 'is already the name of another rule of this web ACL',
      remedy: 'give each rule its own name',
    }),
    ...priority(rule, index, Rules),
    ...('RuleLabels' in rule ? (rule.RuleLabels ?? []) : []).flatMap((own) =>
      unless(label.test(own.Name), {
        code: 'LABEL_NAME',
        at: `${rule.Name}.RuleLabels`,
        value: own.Name,
        reason: 'must be a label of letters, digits, underscores, hyphens and colons',
        remedy: 'choose another name',
      }),
    ),
  ]),
];

const named = (at: string, value: string): readonly Problem[] =>
  unless(name.test(value), {
    code: 'NAME_FORMAT',
    at,
    value,
    reason: 'must be 1 to 128 letters, digits, underscores and hyphens',
    remedy: 'choose another name',
  });

const priority = ({ Name, Priority }: Rule, index: number, rules: readonly Rule[]) => [
  ...unless(Number.isInteger(Priority) && Priority >= 0, {
    code: 'PRIORITY_MISSING',
    at: `${Name}.Priority`,
    value: Priority,
    reason: 'must be a whole number >= 0',
    remedy: 'set the priority of the rule',
  }),
  ...unless(rules.findIndex((other) => other.Priority === Priority) === index, {
    code: 'PRIORITY_TWICE',
    at: `${Name}.Priority`,
    value: Priority,
    reason: 'is also the priority of another rule; WAF needs a different one for each',
    remedy: 'give each rule its own priority',
  }),
];
