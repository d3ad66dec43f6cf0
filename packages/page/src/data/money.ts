import { budgetsOf, type RenderedFleet, renderedCost } from '@bizflow/proofs';

/** What a kind of things costs a month in one place, in whole dollars. */
export interface Spent {
  readonly place: string;
  readonly row: string;
  readonly usd: number;
}

/** A budget, and what counts as part of it, in whole dollars a month. */
export interface Spending {
  readonly place: string;
  readonly limitUsd: number;
  readonly usd: number;
}

/** What the rendered fleet costs a month by AWS's prices. */
export interface Money {
  readonly spent: readonly Spent[];
  readonly budgets: readonly Spending[];
  /** Kinds of things that AWS bills by use, and no estimate counts. */
  readonly byUse: readonly string[];
}

/** Adds up what is rendered, place by place and row by row. */
export const moneyOf = (rendered: RenderedFleet): Money => {
  const estimate = renderedCost(rendered);
  const groups = Map.groupBy(estimate.lines, ({ environment, region, row }) =>
    JSON.stringify([`${environment}/${region}`, row]),
  );
  return {
    spent: [...groups].map(([key, lines]) => {
      const [place, row] = JSON.parse(key) as [string, string];
      return { place, row, usd: Math.round(lines.reduce((sum, { usd }) => sum + usd, 0)) };
    }),
    budgets: budgetsOf(rendered).map(({ place, limitUsd, usd }) => ({
      ...{ place, limitUsd },
      usd: Math.round(usd(estimate)),
    })),
    byUse: estimate.unpriced.map(({ item, billedBy }) => `${item}: ${billedBy}`),
  };
};
