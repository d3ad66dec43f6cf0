import { groupFacts } from '../managed-groups.ts';
import type { Rule, WebAcl } from '../web-acl.ts';
import type { Action, Ending } from './action.ts';
import type { Doubt } from './doubt.ts';

/** A rule that matched, and what it did. */
export interface Step {
  readonly rule: string;
  readonly action: Action;
}

/** An ending, and the rule that brought it: `default` for none. */
export interface Outcome {
  readonly action: Ending;
  readonly rule: string;
}

interface Trail {
  readonly labels: readonly string[];
  readonly steps: readonly Step[];
}

/** A managed group that AWS asks, and what its answer could make of the request. */
export interface OpenGroup {
  /** The rule of the web ACL: `managed-sql-database`. */
  readonly rule: string;
  /** AWS's own name: `AWSManagedRulesSQLiRuleSet`. */
  readonly group: string;
  /** The endings that it could bring, by itself or by a label that a later rule reads. */
  readonly could: readonly Ending[];
  /** The parts of a request that it looks at. */
  readonly looksAt: readonly string[];
}

/** The same ending whatever AWS's own rules find. */
export interface Decided extends Outcome, Trail {}

/** AWS's own rules decide: they are not known here, and at least one could change the ending. */
export interface Undecided extends Trail {
  readonly action: 'UNDECIDED';
  /** What follows if none of the open groups finds anything. */
  readonly otherwise: Outcome;
  readonly open: readonly OpenGroup[];
}

/** What becomes of a request, so far as it can be known without AWS. */
export type Verdict = Decided | Undecided;

/** An ending is decided when no doubt on the way could bring another one. */
export function verdict(
  { Rules: rules }: WebAcl,
  outcome: Outcome,
  trail: Trail,
  doubts: readonly Doubt[],
): Verdict {
  const real = doubts.filter(({ action }) => action !== outcome.action);
  if (real.length === 0) return { ...outcome, ...trail };
  const open = rules
    .filter(({ Name }) => real.some(({ from }) => from.includes(Name)))
    .map((rule) => openGroup(rule, real));
  return { action: 'UNDECIDED', otherwise: outcome, open, ...trail };
}

const openGroup = (
  { Name: rule, Statement: statement }: Rule,
  real: readonly Doubt[],
): OpenGroup => {
  const group =
    'ManagedRuleGroupStatement' in statement ? statement.ManagedRuleGroupStatement.Name : rule;
  const could = real.filter(({ from }) => from.includes(rule)).map(({ action }) => action);
  return { rule, group, could: [...new Set(could)], looksAt: groupFacts(group)?.looksAt ?? [] };
};
