import type { Fleet } from '@bizflow/config';
import type { Tree } from '@nx/devkit';
import { withMember, withNewMember } from '../scaffold/source-edit.ts';

const prices = 'packages/config/src/cost/prices.ts';

/** The monthly budget of a region of production, in dollars. */
const limitOf = ({ cost: { budgetsUsd, reference } }: Fleet, id: string): number => {
  const limits: Readonly<Record<string, number | undefined>> = budgetsUsd;
  return limits[`production/${id}`] ?? limits[`production/${reference}`] ?? 0;
};

/** The fleet with a budget for a new region, as large as that of the one like it, and room for it in the account's. */
export const withBudget = (facts: Fleet, id: string, like: string): Fleet => {
  const { cost } = facts;
  const limit = limitOf(facts, like);
  return {
    ...facts,
    cost: {
      ...cost,
      budgetsUsd: { ...cost.budgetsUsd, [`production/${id}`]: limit },
      accountsUsd: { ...cost.accountsUsd, production: cost.accountsUsd.production + limit },
    },
  };
};

/** Writes the budget of a region that begins, and its account's. */
export function writeBudget(tree: Tree, facts: Fleet, id: string): void {
  const account = ofAccount(tree, facts.cost.accountsUsd.production);
  const member = `'production/${id}': ${limitOf(facts, id)}`;
  tree.write(prices, withNewMember(account, ['budgetsUsd'], member));
}

/** Takes the budget of a region that has gone out of its account's. */
export const releaseBudget = (tree: Tree, facts: Fleet, id: string): void =>
  tree.write(prices, ofAccount(tree, facts.cost.accountsUsd.production - limitOf(facts, id)));

const ofAccount = (tree: Tree, usd: number): string =>
  withMember(tree.read(prices, 'utf8') ?? '', ['accountsUsd', 'production'], String(usd));
