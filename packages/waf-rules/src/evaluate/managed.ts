import { once } from '@bizflow/kernel';
import { groupFacts, managedLabel } from '../managed-groups.ts';
import type { GroupRule } from '../web-acl.ts';
import type { Passage } from './inspected.ts';
import { isInScope } from './match.ts';

/** What a group does, so far as the request carries the labels of what its rules found. */
interface Judged {
  readonly action: 'BLOCK' | 'COUNT';
  readonly labels: readonly string[];
}

/** The first rule of the group that blocks decides; rules that count before it leave their labels. */
export function managed(rule: GroupRule, passage: Passage): Judged | null {
  const group = groupOf(rule);
  if (group === null || !isInScope(group, passage)) return null;
  if (passage.request.managedLabels.length === 0) return null;
  const carried = rulesOf(rule).filter(({ label }) =>
    passage.request.managedLabels.includes(label),
  );
  const blocking = carried.findIndex(({ counts }) => !counts);
  const reached = blocking < 0 ? carried : carried.slice(0, blocking + 1);
  if (reached.length === 0) return null;
  return {
    action: blocking < 0 ? 'COUNT' : 'BLOCK',
    labels: reached.map(({ label }) => label),
  };
}

/** What a group could find in a request that says nothing of it. */
interface Findings {
  readonly canBlock: boolean;
  /** Labels of its rules that only count. */
  readonly labels: readonly string[];
}

/** What AWS alone can say of a group; `null` where it is not asked, or the request says it. */
export function findings(rule: GroupRule, passage: Passage): Findings | null {
  const group = groupOf(rule);
  if (group === null || !isInScope(group, passage, 'possible')) return null;
  const { managedLabels } = passage.request;
  const isSaid =
    managedLabels.length > 0 && rulesOf(rule).some(({ label }) => managedLabels.includes(label));
  return isSaid ? null : possibleFindings(rule);
}

const possibleFindings = once((rule: GroupRule): Findings => {
  const own = rulesOf(rule);
  // Of a group that is not known here, anything may come.
  const canBlock = own.some(({ counts }) => !counts) || (own.length === 0 && !countsAll(rule));
  return { canBlock, labels: own.filter(({ counts }) => counts).map(({ label }) => label) };
});

const groupOf = ({ Statement: statement }: GroupRule) =>
  'ManagedRuleGroupStatement' in statement ? statement.ManagedRuleGroupStatement : null;

const countsAll = ({ OverrideAction }: GroupRule): boolean => 'Count' in OverrideAction;

/** The rules of a group, the labels that they add, and which of them only count here. */
const rulesOf = once((rule: GroupRule) => {
  const { Name = '', RuleActionOverrides: overrides = [] } = groupOf(rule) ?? {};
  const facts = groupFacts(Name);
  return Object.entries(facts?.rules ?? {}).map(([name, label]) => ({
    label: facts === undefined ? label : managedLabel(facts, label),
    counts:
      countsAll(rule) || overrides.some((own) => own.Name === name && 'Count' in own.ActionToUse),
  }));
});
