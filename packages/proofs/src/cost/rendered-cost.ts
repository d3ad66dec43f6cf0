import { type Cluster, clusters } from '@bizflow/config';
import { type CostRow, type PriceName, priceIn, priceList } from '@bizflow/config/cost';
import { managed, type Plan } from '@bizflow/terraform-plan';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { clusterQuantities } from './cluster-quantities.ts';
import type { Quantity } from './quantity.ts';
import { priced } from './resource-quantities.ts';
import { type Unpriced, unknownOf, usedIn } from './unpriced.ts';

/** What one kind of thing costs a month in one place, as it is rendered. */
export interface RenderedLine {
  /** The id of the account that pays. */
  readonly account: string;
  readonly environment: string;
  /** A region, `global`, or `delivery/<region>`: the tag of the bill. */
  readonly region: string;
  readonly row: CostRow;
  readonly item: PriceName;
  readonly count: number;
  /** Dollars a month, on demand, not rounded. */
  readonly usd: number;
  /** Whether the region's price was derived from another region's. */
  readonly derived: boolean;
}

/** What the rendered fleet costs a month by being there, and what has no price. */
export interface RenderedCost {
  readonly lines: readonly RenderedLine[];
  readonly unpriced: readonly Unpriced[];
}

/** A quantity with the place that pays for it, and the region whose price counts. */
interface Placed {
  readonly account: string;
  readonly environment: string;
  readonly region: string;
  readonly priceRegion: string;
  readonly quantity: Quantity;
}

/** Counts every resource of every root, and what each cluster makes by itself. */
export const renderedCost = ({ fleet, plans, manifests }: RenderedFleet): RenderedCost => {
  const all = clusters(fleet);
  const texts = Map.groupBy(Object.keys(manifests), (path) =>
    path.split('/').slice(1, 3).join('/'),
  );
  const placed = [
    ...plans.flatMap((plan) => ofPlan(plan, all)),
    ...all.flatMap((cluster) =>
      clusterQuantities(
        cluster,
        (texts.get(cluster.id) ?? []).map((path) => manifests[path] ?? ''),
      ).map((quantity) => ({
        ...placeOf(cluster),
        priceRegion: cluster.region.id,
        quantity,
      })),
    ),
  ];
  return {
    lines: linesOf(placed),
    unpriced: [...unknownOf(placed.map(({ quantity }) => quantity)), ...usedIn(plans)],
  };
};

const placeOf = ({ account, environment, region }: Cluster) => ({
  account,
  environment: environment.name,
  region: region.id,
});

const ofPlan = (plan: Plan, all: readonly Cluster[]): readonly Placed[] => {
  const [, environment = '', ...rest] = plan.root.split('/');
  // A link has the tags of its spoke, and an environment of one cluster no folder for its region.
  const own = rest[0] === 'links' ? rest[1] : rest.join('/');
  const only = all.find((cluster) => cluster.environment.name === environment);
  const region = own === '' || own === undefined ? (only?.region.id ?? '') : own;
  return managed(plan).flatMap((resource) =>
    (priced[resource.type]?.(resource, plan) ?? []).map((quantity) => ({
      account: plan.place.account,
      environment,
      region,
      priceRegion: resource.place.region,
      quantity,
    })),
  );
};

const linesOf = (placed: readonly Placed[]): readonly RenderedLine[] => {
  const lines = new Map<string, RenderedLine>();
  for (const { account, environment, region, priceRegion, quantity } of placed) {
    const [item, count] = quantity;
    if (item.startsWith('? ') || count === 0) continue;
    const name = item as PriceName;
    const { monthlyUsd, derived } = priceIn(name, priceRegion);
    const key = `${environment} ${region} ${name}`;
    const before = lines.get(key) ?? { count: 0, usd: 0, derived: false };
    lines.set(key, {
      ...{ account, environment, region, row: priceList[name].row, item: name },
      count: before.count + count,
      usd: before.usd + count * monthlyUsd,
      derived: before.derived || derived,
    });
  }
  return [...lines.values()];
};
