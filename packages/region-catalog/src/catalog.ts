import { freeze } from '@bizflow/kernel';
import { moves } from './moves/moves.ts';
import { placed } from './moves/state-at.ts';
import type { Region } from './region.ts';
import type { RegionId } from './region-ids.ts';
import { sheets } from './sheets.ts';

/** What a move changes; everything else of a fact sheet keeps its literal type. */
type Moved = 'serves' | 'regulations' | 'fallback' | 'buckets' | 'dns' | 'life';

/** Where BizFlow runs now. Literal types survive: `catalog['eu-west-2'].network.vpc` is its CIDR. */
export const catalog = freeze(placed(sheets, moves)) as {
  readonly [Id in RegionId]: Omit<(typeof sheets)[Id], Moved> & Pick<Region, Moved>;
};
