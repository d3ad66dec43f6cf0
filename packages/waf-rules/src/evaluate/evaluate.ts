import type { RateBased } from '../statement.ts';
import { inspectedBodyBytes, type PlainRule, type Rule, type WebAcl } from '../web-acl.ts';
import { sameAddress } from './address.ts';
import type { Passage } from './inspected.ts';
import { isAsked, managed } from './managed.ts';
import { isInScope, matches } from './match.ts';
import type { Request } from './request.ts';

/** What WAF does with a request in the end. */
export type Action = 'ALLOW' | 'BLOCK' | 'CAPTCHA' | 'COUNT';

/** A rule that matched, and what it did. */
export interface Step {
  readonly rule: string;
  readonly action: Action;
}

/** The action, the rule that decided (`default` for none), and the steps before it. */
export interface Verdict {
  readonly action: Exclude<Action, 'COUNT'>;
  readonly rule: string;
  readonly labels: readonly string[];
  readonly steps: readonly Step[];
  /**
   * The managed groups that AWS asks on this way and of which the request says nothing: what their
   * rules find is AWS's to say, and could change the outcome.
   */
  readonly unevaluated: readonly string[];
}

/** A request that no other went before. */
export const evaluate = (webAcl: WebAcl, request: Request): Verdict =>
  evaluateAll(webAcl, [request])[0] ?? untouched(webAcl);

const untouched = ({ DefaultAction }: WebAcl): Verdict => ({
  action: 'Allow' in DefaultAction ? 'ALLOW' : 'BLOCK',
  rule: 'default',
  labels: [],
  steps: [],
  unevaluated: [],
});

/**
 * Requests in the order of their clock. A limit counts what reaches its rule in the window before,
 * blocked requests too. AWS checks about every 10 s and lags; this model does not.
 */
export function evaluateAll(webAcl: WebAcl, requests: readonly Request[]): readonly Verdict[] {
  const rules = webAcl.Rules.toSorted((a, b) => a.Priority - b.Priority);
  const history: History = new Map();
  const inspectedBytes = inspectedBodyBytes[webAcl.Scope];
  const known: Passage['known'] = new Map();
  return requests.map((request) => {
    let passage: Passage = { request, labels: [], inspectedBytes, known };
    const steps: Step[] = [];
    const unevaluated: string[] = [];
    for (const rule of rules) {
      const outcome = apply(rule, passage, history);
      if (outcome === null) {
        if (isAsked(rule, passage)) unevaluated.push(rule.Name);
        continue;
      }
      const { action, labels } = outcome;
      steps.push({ rule: rule.Name, action });
      passage = { ...passage, labels: [...passage.labels, ...labels] };
      if (action === 'COUNT') continue;
      return { action, rule: rule.Name, labels: passage.labels, steps, unevaluated };
    }
    return { ...untouched(webAcl), labels: passage.labels, steps, unevaluated };
  });
}

type History = Map<string, number[]>;
type Outcome = { readonly action: Action; readonly labels: readonly string[] } | null;

function apply(rule: Rule, passage: Passage, history: History): Outcome {
  const { Statement: statement } = rule;
  if ('ManagedRuleGroupStatement' in statement) {
    const all = 'OverrideAction' in rule && 'Count' in rule.OverrideAction;
    return managed(statement.ManagedRuleGroupStatement, all, passage);
  }
  const hit =
    'RateBasedStatement' in statement
      ? isOver(rule.Name, statement.RateBasedStatement, passage, history)
      : matches(statement, passage);
  return hit && 'Action' in rule ? acted(rule) : null;
}

const acted = ({ Action, RuleLabels = [] }: PlainRule): Outcome => ({
  action: named(Action),
  labels: RuleLabels.map(({ Name }) => Name),
});

const named = (action: PlainRule['Action']): Action => {
  if ('Allow' in action) return 'ALLOW';
  if ('Block' in action) return 'BLOCK';
  return 'Captcha' in action ? 'CAPTCHA' : 'COUNT';
};

/** Counts the request, if the limit looks at it, and says whether its window is over the limit. */
function isOver(name: string, rate: RateBased, passage: Passage, history: History): boolean {
  const { EvaluationWindowSec: window, Limit } = rate;
  if (!isInScope(rate, passage)) return false;
  const { source, at } = passage.request;
  const key = `${name} ${rate.AggregateKeyType === 'IP' ? sameAddress(source.address) : ''}`;
  const times = history.get(key) ?? [];
  const inside = times.findIndex((time) => time > at - window);
  times.splice(0, inside < 0 ? times.length : inside);
  times.push(at);
  history.set(key, times);
  return times.length > Limit;
}
