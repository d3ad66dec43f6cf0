import { type Cluster, clusters, fleet } from '@bizflow/config';
import type { Plan } from '@bizflow/terraform-plan';
import { ownPlans } from './repository.ts';

const facts = fleet({
  apiVersion: 'images.bizflow.app/v1',
  images: { production: {}, staging: {} },
});

/** Every cluster with the plan of its root. */
export const ownClusters: readonly { readonly cluster: Cluster; readonly plan: Plan }[] = clusters(
  facts,
).flatMap((cluster) => {
  const { environment, region } = cluster;
  const plan = ownPlans.find(
    ({ root, place }) =>
      root.startsWith(`environments/${environment.name}`) &&
      place.region === region.id &&
      !/global|delivery/.test(root),
  );
  return plan === undefined ? [] : { cluster, plan };
});

/** The facts behind them. */
export const ownFacts = facts;
