import type { CountryCode, RegionId } from '@bizflow/region-catalog';

/** What a world does to people or to their data; the first of them is the proof's counter-example. */
export interface Harm {
  readonly code: 'MOVE_UNROUTED' | 'MOVE_BORDER' | 'MOVE_WRITER' | 'MOVE_DELETES';
  /** Which region is down, or null. */
  readonly down: RegionId | null;
  /** Countries whose people suffer; none where a region does. */
  readonly people: readonly (CountryCode | null)[];
  /** What happens, as the end of a sentence. */
  readonly says: string;
}
