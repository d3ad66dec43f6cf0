import type { Cluster } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { costEstimate, totalUsd } from './estimate.ts';

/** A monthly limit that AWS Budgets watches. */
export interface Budget {
  readonly name: string;
  readonly limitUsd: number;
  /** Cost allocation tags that select what counts: `bizflow:region` and so on. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The budget of a cluster's place: what the table says it costs before commitments. It counts by
 * tag, since AWS's bill knows no row like the document's "Other".
 */
export const budget = (cluster: Cluster, fleet: Fleet): Budget => ({
  name: cluster.name,
  limitUsd: totalUsd(
    costEstimate(fleet).filter(
      ({ environment, region }) =>
        environment === cluster.environment.name && region === cluster.region.id,
    ),
  ),
  tags: { 'bizflow:environment': cluster.environment.name, 'bizflow:region': cluster.region.id },
});
