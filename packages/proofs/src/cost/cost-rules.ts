import { type Problem, problem, unless } from '@bizflow/kernel';
import { isList, ofType, type Plan, type Values } from '@bizflow/terraform-plan';
import type { RenderedFleet } from '../rendered-fleet.ts';
import type { RenderedCost, RenderedLine } from './rendered-cost.ts';
import { unknownPrice } from './unpriced.ts';

/** A budget as a root makes it. */
export interface RenderedBudget {
  /** `production/<region>`, or the whole account: `account production`. */
  readonly place: string;
  readonly limitUsd: number;
  /** What counts against it in an estimate. */
  readonly usd: (estimate: RenderedCost) => number;
}

/** The budget of each cluster's root and of each account; a place without one has a limit of nothing. */
export const budgetsOf = ({ fleet, plans, planned }: RenderedFleet): readonly RenderedBudget[] => [
  ...planned.map(({ cluster: { environment, region }, plan }) => ({
    place: `${environment.name}/${region.id}`,
    limitUsd: limitIn([plan], () => true),
    usd: sumOf((line) => line.environment === environment.name && line.region === region.id),
  })),
  ...Object.entries(fleet.assigned.accounts).map(([name, { value }]) => ({
    place: `account ${name}`,
    limitUsd: limitIn(
      plans.filter(({ place }) => place.account === value),
      ({ cost_filter: filter }) => !isList(filter) || filter.length === 0,
    ),
    usd: sumOf(({ account }) => account === value),
  })),
];

const sumOf =
  (counts: (line: RenderedLine) => boolean): RenderedBudget['usd'] =>
  ({ lines }) =>
    lines.filter(counts).reduce((sum, { usd }) => sum + usd, 0);

const limitIn = (plans: readonly Plan[], watches: (values: Values) => boolean): number => {
  const found = plans
    .flatMap((plan) => ofType(plan, 'aws_budgets_budget'))
    .find(({ values }) => watches(values));
  return Number(found?.values.limit_amount ?? 0);
};

/** A budget below the estimate alerts every month, and people stop reading it. */
export const budgetRules = (
  budgets: readonly RenderedBudget[],
  estimate: RenderedCost,
): readonly Problem[] =>
  budgets.flatMap(({ place, limitUsd, usd }) =>
    unless(limitUsd >= usd(estimate), {
      code: 'BUDGET_BELOW_RENDERED',
      at: place,
      value: limitUsd,
      reason: `is below the ${Math.ceil(usd(estimate))} dollars a month that the rendered resources there cost`,
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
      reason: 'is rendered, and its quantity cannot be read',
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
