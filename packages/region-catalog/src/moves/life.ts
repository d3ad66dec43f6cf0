import type { CountryCode } from '../countries.ts';
import type { DnsLocation } from '../dns-location.ts';
import type { RegionId } from '../region-ids.ts';

/**
 * How much of a region there is. `platform`: its Terraform roots and the platform of its cluster, and no service
 * runs. `whole`: services run. `remains`: its Terraform roots alone, to be destroyed, and deletion protection is off.
 */
export type Extent = 'platform' | 'whole' | 'remains';

/** What moves have made of a region. No fact sheet says it: `stateAt` does. */
export interface Life {
  readonly extent: Extent;
  /** People whose data lies here although they are served elsewhere: copied in, or not erased yet. */
  readonly keeps: readonly CountryCode[];
  /** Where a move copies data from, and whose; null without a move, and where nothing is copied. */
  readonly copies: { readonly from: RegionId; readonly people: readonly CountryCode[] } | null;
  /** People and locations of this region that the static page answers while their data changes its place. */
  readonly waiting: readonly DnsLocation[];
}

/** The life of a region that no move concerns. */
export const settledLife: Life = { extent: 'whole', keeps: [], copies: null, waiting: [] };
