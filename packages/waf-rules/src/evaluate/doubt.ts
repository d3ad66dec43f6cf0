import { places } from '../rules/walk.ts';
import type { GroupRule, Rule } from '../web-acl.ts';
import { type Ending, ending } from './action.ts';
import type { MaybeLabel, Passage } from './inspected.ts';
import { findings } from './managed.ts';
import { isInScope, labelled, matches, type Reading } from './match.ts';

/** An ending that depends on what AWS's own rules find, and the managed groups that say it. */
export interface Doubt {
  readonly action: Ending;
  readonly from: readonly string[];
}

/** What a rule could bring: an ending, and labels for the rules after it. */
export interface Possible {
  readonly doubts: readonly Doubt[];
  readonly labels: readonly MaybeLabel[];
}

const nothing: Possible = { doubts: [], labels: [] };

/** What the rule may do beyond what is certain; nothing where the request says all that AWS found. */
export function possible(rule: Rule, passage: Passage): Possible {
  if (passage.request.isJudged) return nothing;
  if ('OverrideAction' in rule) return ofGroup(rule, passage);
  // Without a label that may come, what is possible is what is certain.
  if (passage.maybe.length === 0) return nothing;
  if (holds(rule, passage, 'certain') || !holds(rule, passage, 'possible')) return nothing;
  const from = sources(rule, passage);
  const action = ending(rule.Action);
  return action === null
    ? { doubts: [], labels: (rule.RuleLabels ?? []).map(({ Name: label }) => ({ label, from })) }
    : { doubts: [{ action, from }], labels: [] };
}

function ofGroup(rule: GroupRule, passage: Passage): Possible {
  const found = findings(rule, passage);
  if (found === null) return nothing;
  const from = [rule.Name];
  return {
    doubts: found.canBlock ? [{ action: 'BLOCK', from }] : [],
    labels: found.labels.map((label) => ({ label, from })),
  };
}

// A rate counts what is certainly in its scope only; whether more reaches it is AWS's to say.
const holds = ({ Statement: statement }: Rule, passage: Passage, reading: Reading): boolean =>
  'RateBasedStatement' in statement
    ? isInScope(statement.RateBasedStatement, passage, reading)
    : matches(statement, passage, reading);

/** The groups whose labels the rule reads. */
function sources(rule: Rule, { maybe }: Passage): readonly string[] {
  const read = places({ Rules: [rule] }).flatMap(({ statement }) =>
    'LabelMatchStatement' in statement ? [statement.LabelMatchStatement] : [],
  );
  const from = maybe
    .filter(({ label }) => read.some((match) => labelled(match, [label])))
    .flatMap((own) => own.from);
  return [...new Set(from)];
}
