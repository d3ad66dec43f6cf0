import { freeze } from '@bizflow/kernel';
import type { RegionId } from '@bizflow/region-catalog';
import { globalRegion } from '../foundation/global-layer.ts';
import { type PriceName, priceList } from './price-list.ts';

type Known = { readonly [name in PriceName]?: number };

/**
 * Prices of the regions where they were read, in dollars (AWS's price list, region by region: London on
 * 2026-10-05, Bahrain on 2026-10-02, endpoints of all regions on 2026-08-21, Mumbai by a bill of September
 * 2026). What is missing here is derived, see {@link priceIn}.
 */
export const regionalPrices: Partial<Record<RegionId, Known>> = freeze({
  'eu-west-2': {
    ...{ 'NAT gateway': 0.05, 'interface endpoint': 0.011, 'load balancer': 0.026_46 },
    ...{ 'fargate vCPU': 0.046_56, 'fargate GB': 0.005_11 },
    ...{ 'volume GB': 0.0928, 'database GB': 0.133 },
  },
  'me-south-1': {
    ...{ 'NAT gateway': 0.0528, 'interface endpoint': 0.0121, 'load balancer': 0.027_72 },
    ...{ 'volume GB': 0.0968, 'database GB': 0.14 },
  },
  'ap-south-1': { 'NAT gateway': 0.056, 'interface endpoint': 0.013, 'load balancer': 0.0239 },
  'ap-southeast-1': {
    ...{ 'NAT gateway': 0.059, 'interface endpoint': 0.013, 'load balancer': 0.0252 },
    ...{ 'fargate vCPU': 0.050_56, 'fargate GB': 0.005_53 },
  },
} as const satisfies Partial<Record<RegionId, Known>>);

/** Hours of an average month, as AWS's own calculator counts. */
const hoursOfMonth = 730;

const ratio = (known: Known): number =>
  Math.max(...Object.entries(known).map(([name, usd]) => usd / priceList[name as PriceName].usd));

/** What a region costs beside us-east-1, at most: the dearest of its known prices; of all regions', where none is known. */
const dearestRatio = (region: string): number => {
  const known = Object.hasOwn(regionalPrices, region)
    ? regionalPrices[region as RegionId]
    : undefined;
  if (known !== undefined) return ratio(known);
  return Math.max(...Object.values(regionalPrices).map(ratio));
};

/** A price in a region, and whether it was read there: `us-east-1`'s by the region's dearest ratio otherwise. */
export const priceIn = (
  name: PriceName,
  region: string,
): { readonly monthlyUsd: number; readonly derived: boolean } => {
  const { usd, per, varies } = priceList[name];
  const own = regionalPrices[region as RegionId]?.[name];
  const home = !varies || region === globalRegion;
  const here = own ?? (home ? usd : usd * dearestRatio(region));
  return {
    monthlyUsd: here * (per === 'hour' ? hoursOfMonth : 1),
    derived: own === undefined && !home,
  };
};
