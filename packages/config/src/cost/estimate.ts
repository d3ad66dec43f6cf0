import { type Cluster, clusters } from '../clusters/clusters.ts';
import type { EnvironmentName } from '../environments/environments.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { type CostFacts, type CostRow, costRows } from './prices.ts';
import { scaling, sizesOf } from './sizes.ts';

/** What one row of one cluster costs a month. */
export interface CostLine {
  readonly environment: EnvironmentName;
  readonly region: string;
  readonly row: CostRow;
  /** Before commitments, in whole dollars. */
  readonly usd: number;
  /** With the document's commitments bought for the whole row. */
  readonly committedUsd: number;
  /** `document` as long as the sizes are the ones it priced, `scaled` otherwise. */
  readonly basis: 'document' | 'scaled';
}

/** The monthly cost of the fleet: the document's rows, scaled where the facts left its sizes. */
export const costEstimate = (
  fleet: Pick<Fleet, 'cost'> & Parameters<typeof clusters>[0],
): readonly CostLine[] => clusters(fleet).flatMap((cluster) => clusterCost(cluster, fleet));

const clusterCost = (cluster: Cluster, fleet: Fleet): readonly CostLine[] => {
  const { usd, sizes, own } = priced(cluster, fleet.cost);
  const now = sizesOf(cluster, fleet.services);
  return costRows.map((row) => {
    const ratio = sizes ? scaling[row].ratio(now, sizes) : 1;
    const price = Math.round((usd?.[row] ?? 0) * ratio);
    return {
      environment: cluster.environment.name,
      region: cluster.region.id,
      row,
      usd: price,
      committedUsd: committed(price, row, fleet.cost),
      basis: own && ratio === 1 ? 'document' : 'scaled',
    };
  });
};

// The document prices production's four regions; any other place is priced by the reference's row.
const priced = ({ environment, region }: Cluster, facts: CostFacts) => {
  const own = environment.sites === 'catalog' && Object.hasOwn(facts.monthlyUsd, region.id);
  const column = own ? region.id : facts.reference;
  return { own, usd: facts.monthlyUsd[column], sizes: facts.pricedSizes[column] };
};

const committed = (price: number, row: CostRow, { commitments }: CostFacts): number => {
  const saves = commitments.find((commitment) => commitment.row === row)?.savesPercent ?? 0;
  return Math.round((price * (100 - saves)) / 100);
};

/** The sum of some lines. */
export const totalUsd = (lines: readonly CostLine[]): number =>
  lines.reduce((sum, { usd }) => sum + usd, 0);
