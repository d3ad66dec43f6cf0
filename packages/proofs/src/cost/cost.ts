import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { budgetRules, budgetsOf, completeRules } from './cost-rules.ts';
import { renderedCost } from './rendered-cost.ts';

/** What is rendered costs no more than the budgets that are rendered with it. */
export const cost = (rendered: RenderedFleet): Proof => {
  const estimate = renderedCost(rendered);
  const budgets = budgetsOf(rendered);
  return proofOf(
    'cost',
    'each budget covers what is rendered, and nothing is counted as free unseen',
    {
      problems: [...completeRules(estimate), ...budgetRules(budgets, estimate)],
      witness: budgets.map(
        ({ place, limitUsd, usd }) =>
          `${place}: ${Math.round(usd(estimate))} of ${limitUsd} dollars a month`,
      ),
    },
  );
};
