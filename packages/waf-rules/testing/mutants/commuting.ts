import { groupFacts, managedPrefix } from '../../src/managed-groups.ts';
import type { Rule, WebAcl } from '../../src/web-acl.ts';
import { facts } from '../policies.ts';

/** What a rule adds to a request, and whether it can end its way. */
interface Effect {
  readonly labels: readonly string[];
  readonly ends: boolean;
  readonly counts: boolean;
}

function effectOf(rule: Rule): Effect {
  const { Statement: statement } = rule;
  const counts = 'RateBasedStatement' in statement;
  if ('Action' in rule) {
    const labels = (rule.RuleLabels ?? []).map(({ Name }) => Name);
    return { labels, ends: !('Count' in rule.Action), counts };
  }
  if (!('ManagedRuleGroupStatement' in statement)) return { labels: [], ends: true, counts };
  const { Name, RuleActionOverrides: overrides = [] } = statement.ManagedRuleGroupStatement;
  const known = groupFacts(Name);
  const labels = known ? [`${managedPrefix}${known.namespace}:`] : [];
  return { labels, ends: overrides.length < Object.keys(known?.rules ?? {}).length, counts };
}

/** Whether a rule matches a label, or any label of its namespace. */
const reads = ({ Statement }: Rule, labels: readonly string[]): boolean => {
  const keys = [...JSON.stringify(Statement).matchAll(/"Key":"([^"]+)"/g)].map(
    ([, key = '']) => key,
  );
  return keys.some((key) => labels.some((label) => key.startsWith(label) || label.startsWith(key)));
};

/** The path classes that a request must be of for the rule to look at it at all. */
function required({ Statement: statement }: Rule): readonly string[] {
  const parts =
    'AndStatement' in statement
      ? statement.AndStatement.Statements
      : 'RateBasedStatement' in statement
        ? [statement.RateBasedStatement.ScopeDownStatement]
        : [];
  return parts.flatMap((part) =>
    part && 'LabelMatchStatement' in part ? [part.LabelMatchStatement.Key] : [],
  );
}

const anyDepth = ['admin', 'login'];

/** The starts of a class's paths; none of a class that a path of another may have too. */
const prefixes = (label: string): readonly string[] =>
  Object.entries(facts.edge.paths)
    .filter(([kind]) => label === `bizflow:path:${kind}` && !anyDepth.includes(kind))
    .flatMap(([, paths]) => paths);

/** No request is of both classes when no path of one starts a path of the other. */
const areApart = (a: Rule, b: Rule): boolean =>
  required(a).some((one) =>
    required(b).some(
      (two) =>
        [prefixes(one), prefixes(two)].every((list) => list.length > 0) &&
        prefixes(one).every((x) =>
          prefixes(two).every((y) => !x.startsWith(y) && !y.startsWith(x)),
        ),
    ),
  );

/** Whether the order of two rules makes no difference for any request. */
function commute(a: Rule, b: Rule): boolean {
  const [one, two] = [effectOf(a), effectOf(b)];
  if (reads(a, two.labels) || reads(b, one.labels)) return false;
  return areApart(a, b) || (!one.ends && !one.counts) || (!two.ends && !two.counts);
}

/** The same rules with two of them swapped; `null` where that makes no difference. */
export function swapped(webAcl: WebAcl, first: number, second: number): WebAcl | null {
  const rules = webAcl.Rules;
  const [a, b] = [rules[first], rules[second]];
  if (a === undefined || b === undefined) return null;
  const between = rules.slice(first + 1, second);
  const isSame = commute(a, b) && between.every((rule) => commute(a, rule) && commute(rule, b));
  const Rules = rules
    .with(first, { ...b, Priority: a.Priority })
    .with(second, { ...a, Priority: b.Priority });
  return isSame ? null : { ...webAcl, Rules };
}
