import { type Problem, problem, unless } from '@bizflow/kernel';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { type RenderedCost, unknownPrice } from './rendered-cost.ts';

/** A budget as a root makes it. */
export interface RenderedBudget {
  readonly environment: string;
  readonly region: string;
  readonly limitUsd: number;
  /** What its place costs in an estimate. */
  readonly usd: (estimate: RenderedCost) => number;
}

/** The budget of each cluster's root; a root without one has a limit of nothing. */
export const budgetsOf = ({ planned }: RenderedFleet): readonly RenderedBudget[] =>
  planned.map(({ cluster: { environment, region }, plan }) => {
    const limit = plan.resources.find(({ type }) => type === 'aws_budgets_budget')?.values;
    return {
      environment: environment.name,
      region: region.id,
      limitUsd: Number(limit?.limit_amount ?? 0),
      usd: ({ lines }) =>
        lines
          .filter((line) => line.environment === environment.name && line.region === region.id)
          .reduce((sum, { usd }) => sum + usd, 0),
    };
  });

/** A budget below the estimate alerts every month, and people stop reading it. */
export const budgetRules = (
  budgets: readonly RenderedBudget[],
  estimate: RenderedCost,
): readonly Problem[] =>
  budgets.flatMap(({ environment, region, limitUsd, usd }) =>
    unless(limitUsd >= usd(estimate), {
      code: 'BUDGET_BELOW_RENDERED',
      at: `${environment}/${region}`,
      value: limitUsd,
      reason: `is below the ${Math.ceil(usd(estimate))} dollars a month that what is rendered there costs`,
      remedy:
        'raise the budget in packages/config/src/cost/prices.ts, or render less; the cost generator lists what costs what',
    }),
  );

/** Everything is counted, or named as billed by use. */
export const completeRules = ({ lines, unpriced }: RenderedCost): readonly Problem[] => [
  ...lines.flatMap(({ environment, region, item, count }) =>
    unless(Number.isFinite(count), {
      code: 'COST_UNCOUNTED',
      at: `${environment}/${region}`,
      value: item,
      reason: 'is rendered, and how many of them cannot be read',
      remedy: 'correct how packages/proofs/src/cost/ reads the resource',
    }),
  ),
  ...unpriced
    .filter(({ billedBy }) => billedBy === unknownPrice)
    .map(({ item, count }) =>
      problem({
        code: 'COST_NO_PRICE',
        at: 'packages/config/src/cost/price-list.ts',
        value: item,
        reason: `is rendered ${count} times, and has neither a price nor a reason to have none`,
        remedy:
          'write its price, or what AWS bills it by in packages/proofs/src/cost/unpriced-resources.ts',
      }),
    ),
];
