import { freeze } from '@bizflow/kernel';
import type { Region } from './region.ts';
import type { RegionId } from './region-ids.ts';
import { apSouth1 } from './regions/ap-south-1.ts';
import { apSoutheast1 } from './regions/ap-southeast-1.ts';
import { euWest2 } from './regions/eu-west-2.ts';
import { meSouth1 } from './regions/me-south-1.ts';

/** One fact sheet per region. */
export type Catalog = Readonly<Record<RegionId, Region>>;

/** Where BizFlow runs. Literal types survive: `catalog['eu-west-2'].network.vpc` is its CIDR. */
export const catalog = freeze({
  'ap-south-1': apSouth1,
  'ap-southeast-1': apSoutheast1,
  'me-south-1': meSouth1,
  'eu-west-2': euWest2,
} as const satisfies Catalog);

/** The fact sheet under an id, or `undefined`: an id that a rule checks may be any text. */
export const sheetOf = (sheets: Catalog, id: string | null): Region | undefined =>
  Object.entries(sheets).find(([key]) => key === id)?.[1];
