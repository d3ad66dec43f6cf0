import { freeze } from '@bizflow/kernel';
import type { Sheet } from './region.ts';
import type { RegionId } from './region-ids.ts';
import { apSouth1 } from './regions/ap-south-1.ts';
import { apSoutheast1 } from './regions/ap-southeast-1.ts';
import { euWest2 } from './regions/eu-west-2.ts';
import { meSouth1 } from './regions/me-south-1.ts';

/** One fact sheet per region, under its own id. */
export type Sheets = { readonly [Id in RegionId]: Sheet & { readonly id: Id } };

/** Where BizFlow runs, as it was before any move began. */
export const sheets = freeze({
  'ap-south-1': apSouth1,
  'ap-southeast-1': apSoutheast1,
  'me-south-1': meSouth1,
  'eu-west-2': euWest2,
} as const satisfies Sheets);
