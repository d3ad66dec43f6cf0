import { groupFacts, managedLabel } from '../managed-groups.ts';
import type { ManagedRuleGroup } from '../statement.ts';
import type { Rule } from '../web-acl.ts';
import type { Passage } from './inspected.ts';
import { isInScope } from './match.ts';

/** What a group does, so far as the request carries the labels of what its rules found. */
interface Judged {
  readonly action: 'BLOCK' | 'COUNT';
  readonly labels: readonly string[];
}

/** Whether the rule is a managed group that AWS asks about this request. */
export const isAsked = ({ Statement: statement }: Rule, passage: Passage): boolean =>
  'ManagedRuleGroupStatement' in statement &&
  isInScope(statement.ManagedRuleGroupStatement, passage);

/** The first rule of the group that blocks decides; rules that count before it leave their labels. */
export function managed(
  group: ManagedRuleGroup,
  countAll: boolean,
  passage: Passage,
): Judged | null {
  const { Name, RuleActionOverrides: overrides = [] } = group;
  const facts = groupFacts(Name);
  if (facts === undefined || !isInScope(group, passage)) return null;
  const carried = Object.entries(facts.rules)
    .map(([rule, label]) => ({ rule, label: managedLabel(facts, label) }))
    .filter(({ label }) => passage.request.managedLabels.includes(label));
  const counts = (name: string): boolean =>
    countAll || overrides.some((own) => own.Name === name && 'Count' in own.ActionToUse);
  const blocking = carried.findIndex(({ rule }) => !counts(rule));
  const reached = blocking < 0 ? carried : carried.slice(0, blocking + 1);
  if (reached.length === 0) return null;
  return {
    action: blocking < 0 ? 'COUNT' : 'BLOCK',
    labels: reached.map(({ label }) => label),
  };
}
