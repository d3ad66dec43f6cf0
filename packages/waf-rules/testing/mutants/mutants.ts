import type { PlainRule, Rule, WebAcl } from '../../src/web-acl.ts';
import { swapped } from './commuting.ts';
import { variants } from './statements.ts';

/** A policy that could be written by mistake. */
export interface Mutant {
  readonly what: string;
  readonly webAcl: WebAcl;
}

const otherActions = (rule: Rule): readonly Rule[] => {
  if ('OverrideAction' in rule) {
    // A group that only counts already is the same when all of it counts.
    return rule.Name === 'managed-anonymous-ip-list'
      ? []
      : [{ ...rule, OverrideAction: { Count: {} } }];
  }
  const actions: readonly PlainRule['Action'][] = [
    { Allow: {} },
    { Block: {} },
    { Count: {} },
    { Captcha: {} },
  ];
  const own = Object.keys(rule.Action)[0] ?? '';
  return actions.filter((action) => !(own in action)).map((Action) => ({ ...rule, Action }));
};

const unlabelled = (rule: Rule): readonly Rule[] =>
  'RuleLabels' in rule ? [{ ...rule, RuleLabels: [] }] : [];

/** Countries that no request of a later rule can come from. */
const blockedBefore = (rules: readonly Rule[]): readonly string[] =>
  rules.flatMap((rule) =>
    'GeoMatchStatement' in rule.Statement && 'Action' in rule && 'Block' in rule.Action
      ? rule.Statement.GeoMatchStatement.CountryCodes
      : [],
  );

/** Every rule dropped, swapped with every other, and changed in every way that `variants` knows. */
export function mutants(webAcl: WebAcl): readonly Mutant[] {
  const { Rules: rules } = webAcl;
  const made = (what: string, Rules: readonly Rule[]): Mutant => ({
    what,
    webAcl: { ...webAcl, Rules },
  });
  return rules.flatMap((rule, at) => [
    made(`${rule.Name} dropped`, rules.toSpliced(at, 1)),
    ...otherActions(rule).map((other) =>
      made(`${rule.Name} acts otherwise`, rules.with(at, other)),
    ),
    ...unlabelled(rule).map((other) => made(`${rule.Name} without labels`, rules.with(at, other))),
    ...variants(rule.Statement, blockedBefore(rules.slice(0, at))).map(([what, Statement]) =>
      made(`${rule.Name}: ${what}`, rules.with(at, { ...rule, Statement })),
    ),
    ...rules.flatMap((other, second) => {
      const swap = second > at ? swapped(webAcl, at, second) : null;
      return swap ? [{ what: `${rule.Name} and ${other.Name} swapped`, webAcl: swap }] : [];
    }),
  ]);
}
