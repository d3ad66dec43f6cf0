import { type Problem, problem } from '@bizflow/kernel';
import { regionIds } from '@bizflow/region-catalog';
import { everyPlace } from '../clusters/every-place.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { regionalPrices } from './regional-prices.ts';

/** No price and no budget is of a place that is not there any more; one that is disabled keeps its own. */
export const unusedCostRules = (
  fleet: Pick<Fleet, 'cost' | 'catalog' | 'environments'>,
): readonly Problem[] => {
  const { cost, catalog } = fleet;
  const regions = Object.keys(catalog);
  return [
    ...unused('cost.monthlyUsd', cost.monthlyUsd, regions),
    ...unused('cost.pricedSizes', cost.pricedSizes, regions),
    ...unused('cost.budgetsUsd', cost.budgetsUsd, everyPlace(fleet)),
  ];
};

const unused = (
  at: string,
  entries: Readonly<Record<string, unknown>>,
  known: readonly string[],
): readonly Problem[] =>
  Object.keys(entries)
    .filter((name) => !known.includes(name))
    .map((name) =>
      problem({
        code: 'COST_UNUSED',
        at: `${at}['${name}']`,
        value: name,
        reason: 'is not a place of the fleet, so nothing is priced by it',
        remedy: 'remove the entry from packages/config/src/cost, or correct its name',
      }),
    );

/** The same of AWS's own prices, region by region. */
export const unusedPriceRules = (
  regions: readonly string[] = regionIds,
  prices: Readonly<Record<string, unknown>> = regionalPrices,
): readonly Problem[] => unused('cost.regionalPrices', prices, regions);
