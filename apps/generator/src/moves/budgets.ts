import type { Fleet } from '@bizflow/config';
import type { RegionId } from '@bizflow/region-catalog';
import type { Tree } from '@nx/devkit';
import { editFile } from '../scaffold/edit-file.ts';
import { withMember, withNewMember, withoutMember } from '../scaffold/source-edit.ts';

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
  const member = `'production/${id}': ${limitOf(facts, id)}`;
  editFile(tree, prices, (text) =>
    withNewMember(ofAccount(text, facts.cost.accountsUsd.production), ['budgetsUsd'], member),
  );
}

/**
 * The fleet without the prices of a region that has gone, and without its budget. A region that takes its place has
 * its prices, until those of AWS are read there.
 */
export const withoutPrices = (facts: Fleet, id: string, heir: string | null): Fleet => {
  const { cost } = facts;
  const renamed = <T>(rows: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(rows).flatMap(([key, row]) =>
        key !== id ? [[key, row]] : heir === null ? [] : [[heir, row]],
      ),
    );
  const { [`production/${id}` as const]: _, ...budgetsUsd } = cost.budgetsUsd as Readonly<
    Record<string, number>
  >;
  return {
    ...facts,
    cost: {
      ...cost,
      ...{ monthlyUsd: renamed(cost.monthlyUsd), pricedSizes: renamed(cost.pricedSizes) },
      budgetsUsd,
      reference: cost.reference === id && heir !== null ? (heir as RegionId) : cost.reference,
      accountsUsd: {
        ...cost.accountsUsd,
        production: cost.accountsUsd.production - limitOf(facts, id),
      },
    },
  };
};

/** Writes the same into the table of prices. */
export function releasePrices(tree: Tree, facts: Fleet, id: string, heir: string | null): void {
  const left = facts.cost.accountsUsd.production - limitOf(facts, id);
  editFile(tree, prices, (before) => {
    const text = withoutMember(ofAccount(before, left), ['budgetsUsd', `production/${id}`]);
    return heir === null
      ? [
          ['monthlyUsd', id],
          ['pricedSizes', id],
        ].reduce<string>(withoutMember, text)
      : text.replaceAll(`'${id}'`, `'${heir}'`);
  });
}

const ofAccount = (text: string, usd: number): string =>
  withMember(text, ['accountsUsd', 'production'], String(usd));
