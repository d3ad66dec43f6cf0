import { type Problem, unless } from '@bizflow/kernel';
import { capacity } from '../capacity.ts';
import type { WebAcl } from '../web-acl.ts';

/** How much capacity an ACL may use: what its price includes, and what AWS accepts. */
export interface Budget {
  readonly budgetWcu: number;
  readonly ceilingWcu: number;
}

/** Capacity and counts of an ACL as a whole. */
export const quotaRules = (
  webAcl: WebAcl,
  { budgetWcu, ceilingWcu }: Budget,
): readonly Problem[] => {
  const { wcu, rules } = capacity(webAcl);
  const heaviest = rules
    .toSorted((a, b) => b.wcu - a.wcu)
    .slice(0, 3)
    .map((rule) => `${rule.rule} (${rule.wcu})`)
    .join(', ');
  const rates = webAcl.Rules.filter(({ Statement }) => 'RateBasedStatement' in Statement).length;
  return [
    ...unless(wcu <= budgetWcu, {
      code: 'CAPACITY_BUDGET',
      at: webAcl.Name,
      value: `${wcu} WCU`,
      reason: `is above the budget of ${budgetWcu}; the heaviest rules are ${heaviest}`,
      remedy: 'drop or narrow one of them, or raise capacity.budgetWcu and pay for each 500 more',
    }),
    ...unless(wcu <= ceilingWcu, {
      code: 'CAPACITY_CEILING',
      at: webAcl.Name,
      value: `${wcu} WCU`,
      reason: `is above the ${ceilingWcu} that AWS accepts; the heaviest rules are ${heaviest}`,
      remedy: 'drop one of them',
    }),
    ...unless(rates <= 10, {
      code: 'RATE_RULES',
      at: webAcl.Name,
      value: `${rates} rate rules`,
      reason: 'is above 10, the limit of a web ACL (WAF developer guide, "quotas")',
      remedy: 'count several paths in one rule, by one label',
    }),
  ];
};
