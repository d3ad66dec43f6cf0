import type { AccountName } from '../assigned/assigned.ts';
import type { Cluster } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** A monthly limit that AWS Budgets watches. */
export interface Budget {
  readonly name: string;
  readonly limitUsd: number;
  /** Cost allocation tags that select what counts: `bizflow:region` and so on. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The budget of a cluster's place. It counts by tag, since AWS's bill knows no row like the document's
 * "Other". The proof of cost refuses one below what is rendered.
 */
export const budget = (cluster: Cluster, { cost }: Pick<Fleet, 'cost'>): Budget => ({
  name: cluster.name,
  limitUsd: cost.budgetsUsd[cluster.id] ?? cost.budgetsUsd[`production/${cost.reference}`] ?? 0,
  tags: { 'bizflow:environment': cluster.environment.name, 'bizflow:region': cluster.region.id },
});

/**
 * The budget of an account, which sees what no place's tag is on: the global layer, subscriptions such as
 * Shield Advanced, and what runs in a region that no root is for.
 */
export const accountBudget = (
  account: AccountName,
  { cost }: Pick<Fleet, 'cost'>,
): Omit<Budget, 'tags'> => ({
  name: `bizflow-${account}-account`,
  limitUsd: cost.accountsUsd[account],
});
