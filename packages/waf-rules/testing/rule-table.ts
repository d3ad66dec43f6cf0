import { targetCountries } from '@bizflow/region-catalog';
import { capacity } from '../src/capacity.ts';
import { placed } from '../src/policy/draft.ts';
import type { EdgeFacts } from '../src/policy/edge-policy.ts';
import { edgeRules } from '../src/policy/edge-web-acl.ts';
import type { Rule } from '../src/web-acl.ts';
import { profiles } from './policies.ts';

/** The rules as a table in Markdown: order, rule, action, WCU in each profile, and why. */
export function ruleTable({ edge, catalog }: EdgeFacts): string {
  const input = { edge, markets: targetCountries(catalog) };
  const costs = profiles.map((profile) =>
    capacity({ Rules: edgeRules({ ...input, profile }).map(placed) }),
  );
  const rows = edgeRules({ ...input, profile: 'direct' }).map((draft, index) => {
    const rule = placed(draft, index);
    const wcu = costs.map(({ rules }) => rules.find((own) => own.rule === draft.name)?.wcu ?? '-');
    return [rule.Priority, `\`${draft.name}\``, actionOf(rule), ...wcu, draft.why];
  });
  const totals = ['', '**total**', '', ...costs.map(({ wcu }) => `**${wcu}**`), ''];
  const open = ['', 'of it unverified', '', ...costs.map((cost) => cost.unverifiedWcu), ''];
  return [
    ['order', 'rule', 'action', ...profiles.map((profile) => `WCU ${profile}`), 'why'],
    ['--:', '---', '---', '--:', '--:', '--:', '---'],
    ...rows,
    totals,
    open,
  ]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

const actionOf = (rule: Rule): string => {
  if ('OverrideAction' in rule) return "the group's own";
  const labels = (rule.RuleLabels ?? []).map(({ Name }) => `label \`${Name}\``);
  if ('Block' in rule.Action && 'CustomResponse' in rule.Action.Block) return 'block, 429';
  const action = Object.keys(rule.Action)[0]?.toLowerCase() ?? '';
  return labels.length > 0 ? labels.join(', ') : action;
};
