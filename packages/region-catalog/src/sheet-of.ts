import type { Region } from './region.ts';
import type { RegionId } from './region-ids.ts';

/** Every region as it is now. */
export type Catalog = Readonly<Record<RegionId, Region>>;

/** The fact sheet under an id, or `undefined`: an id that a rule checks may be any text. */
export const sheetOf = (sheets: Catalog, id: string | null): Region | undefined =>
  id !== null && Object.hasOwn(sheets, id) ? sheets[id as RegionId] : undefined;
