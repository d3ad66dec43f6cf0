import { freeze } from '@bizflow/kernel';
import { type RegionId, regionIds } from './region-ids.ts';

/** The DNS zone of production: the document's `bizflow.app`. */
export const domain = 'bizflow.app';

/** Host names without a scheme or a final dot, in one DNS zone. */
export interface Hosts {
  /** What tenants ask; Route 53 answers by their country, so all regions share it. */
  readonly api: string;
  /** The region's load balancer, published from its cluster by ExternalDNS. */
  readonly loadBalancer: string;
  /** The region's load balancer behind CloudFront. */
  readonly cdn: string;
}

/** The host names of any region in any DNS zone. */
export const hostsIn = (region: string, zone: string): Hosts =>
  freeze({
    api: `api.${zone}`,
    loadBalancer: `${region}.alb.${zone}`,
    cdn: `${region}.cdn.${zone}`,
  });

/** Whether a value from outside is a region that BizFlow runs in. */
export const isRegionId = (value: string): value is RegionId =>
  (regionIds as readonly string[]).includes(value);

/** A region's host names in production. Text that is not a region (from JavaScript) throws a `RangeError`. */
export function hostsOf(region: RegionId): Hosts {
  if (!isRegionId(region)) {
    throw new RangeError(`'${String(region)}' is not a region; use one of ${regionIds.join(', ')}`);
  }
  return hostsIn(region, domain);
}
