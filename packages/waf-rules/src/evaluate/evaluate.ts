import { once } from '@bizflow/kernel';
import { inspectedBodyBytes, type PlainRule, type Rule, type WebAcl } from '../web-acl.ts';
import { type Action, named } from './action.ts';
import { type Doubt, possible } from './doubt.ts';
import type { Passage } from './inspected.ts';
import { managed } from './managed.ts';
import { matches } from './match.ts';
import { type History, isOver } from './rate.ts';
import type { Request } from './request.ts';
import { type Outcome, type Step, type Verdict, verdict } from './verdict.ts';

/** A request that no other went before. */
export const evaluate = (webAcl: WebAcl, request: Request): Verdict =>
  evaluateAll(webAcl, [request])[0] ?? { ...untouched(webAcl), labels: [], steps: [] };

const untouched = ({ DefaultAction }: WebAcl): Outcome => ({
  action: 'Allow' in DefaultAction ? 'ALLOW' : 'BLOCK',
  rule: 'default',
});

/**
 * Requests in the order of their clock. A limit counts what reaches its rule in the window before,
 * blocked requests too. AWS checks about every 10 s and lags; this model does not.
 */
export function evaluateAll(webAcl: WebAcl, requests: readonly Request[]): readonly Verdict[] {
  const rules = inTurn(webAcl);
  const history: History = new Map();
  const inspectedBytes = inspectedBodyBytes[webAcl.Scope];
  const known: Passage['known'] = new Map();
  return requests.map((request) => {
    let passage: Passage = { request, labels: [], maybe: [], inspectedBytes, known };
    const steps: Step[] = [];
    const doubts: Doubt[] = [];
    const ended = (outcome: Outcome) =>
      verdict(webAcl, outcome, { labels: passage.labels, steps }, doubts);
    for (const rule of rules) {
      const more = possible(rule, passage);
      doubts.push(...more.doubts);
      const done = apply(rule, passage, history);
      if (done !== null || more.labels.length > 0) {
        const labels = [...passage.labels, ...(done?.labels ?? [])];
        passage = { ...passage, labels, maybe: [...passage.maybe, ...more.labels] };
      }
      if (done === null) continue;
      steps.push({ rule: rule.Name, action: done.action });
      if (done.action !== 'COUNT') return ended({ action: done.action, rule: rule.Name });
    }
    return ended(untouched(webAcl));
  });
}

const inTurn = once(({ Rules }: WebAcl) => Rules.toSorted((a, b) => a.Priority - b.Priority));

type Done = { readonly action: Action; readonly labels: readonly string[] } | null;

function apply(rule: Rule, passage: Passage, history: History): Done {
  const { Statement: statement } = rule;
  if ('OverrideAction' in rule) return managed(rule, passage);
  const hit =
    'RateBasedStatement' in statement
      ? isOver(rule.Name, statement.RateBasedStatement, passage, history)
      : matches(statement, passage);
  return hit ? acted(rule) : null;
}

const acted = ({ Action, RuleLabels = [] }: PlainRule): Done => ({
  action: named(Action),
  labels: RuleLabels.map(({ Name }) => Name),
});
