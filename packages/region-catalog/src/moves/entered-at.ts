import type { DnsLocation } from '../dns-location.ts';
import type { Region } from '../region.ts';
import type { Catalog } from '../sheet-of.ts';
import { joined } from './joined.ts';
import { lawsOf } from './laws-of.ts';
import { locationsOf } from './locations-of.ts';
import type { DataWay, Move, MoveStep } from './move.ts';
import { beginsItsRegion, reached } from './steps.ts';

/** How data comes across that is not there from the first minute, and does come. */
const isCopiedBy = (by: DataWay['by']): boolean => by === 'rows' || by === 'backup';

/** The region that people go to, or that stands by, at a step. */
export const enteredAt = (region: Region, catalog: Catalog, move: Move, step: MoveStep): Region => {
  const { people, data, from } = move;
  const isMoved = reached(step, 'move-people');
  const isCopied = reached(step, 'copy');
  const keeps = isCopied && !isMoved ? joined(region.life.keeps, people) : region.life.keeps;
  const copies =
    isCopied && isCopiedBy(data.by) && !reached(step, 'drain')
      ? { from: data.by === 'backup' ? data.in : from, people }
      : region.life.copies;
  const isBare = beginsItsRegion(move) && !reached(step, 'dual-run');
  const extent = isBare ? 'platform' : region.life.extent;
  const serves = isMoved ? joined(region.serves, people) : region.serves;
  const locations = isMoved
    ? joined<DnsLocation>(region.dns.locations, locationsOf(catalog[from], move))
    : region.dns.locations;
  return {
    ...region,
    serves,
    // From the copy on, so that pods of the services have the label of the law from their first minute.
    regulations: isCopied ? joined(region.regulations, lawsOf(people)) : region.regulations,
    dns: { ...region.dns, locations },
    life: { ...region.life, extent, keeps, copies },
  };
};
