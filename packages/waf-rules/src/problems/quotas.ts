import { type Problem, unless } from '@bizflow/region-catalog';
import { capacity } from '../capacity.ts';
import type { WebAcl } from '../web-acl.ts';

/** How much capacity an ACL may use: what its price includes, and what AWS accepts. */
export interface Budget {
  readonly budgetWcu: number;
  readonly ceilingWcu: number;
}

/** Capacity and counts of an ACL as a whole. */
export const quotas = (webAcl: WebAcl, { budgetWcu, ceilingWcu }: Budget): readonly Problem[] => {
  const { wcu, rules } = capacity(webAcl);
  const heaviest = rules
    .toSorted((a, b) => b.wcu - a.wcu)
    .slice(0, 3)
    .map((rule) => `${rule.rule} (${rule.wcu})`)
    .join(', ');
  const rates = webAcl.Rules.filter(({ Statement }) => 'RateBasedStatement' in Statement).length;
  return [
    ...unless(
      wcu <= budgetWcu,
      'CAPACITY_BUDGET',
      webAcl.Name,
      `${wcu} WCU`,
      `is above the budget of ${budgetWcu}; the heaviest rules are ${heaviest}`,
      'drop or narrow one of them, or raise capacity.budgetWcu and pay for each 500 more',
    ),
    ...unless(
      wcu <= ceilingWcu,
      'CAPACITY_CEILING',
      webAcl.Name,
      `${wcu} WCU`,
      `is above the ${ceilingWcu} that AWS accepts; the heaviest rules are ${heaviest}`,
      'drop one of them',
    ),
    ...unless(
      rates <= 10,
      'RATE_RULES',
      webAcl.Name,
      `${rates} rate rules`,
      'is more than the 10 that an ACL may have (WAF developer guide, "quotas")',
      'let one limit count several paths under one label',
    ),
  ];
};
