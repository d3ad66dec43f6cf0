import type { DnsLocation } from '../dns-location.ts';
import type { Region } from '../region.ts';
import { joined, without } from './joined.ts';
import { binds } from './laws-of.ts';
import type { Life } from './life.ts';
import { locationsOf } from './locations-of.ts';
import type { Move, MoveStep } from './move.ts';
import { endsItsRegion, reached } from './steps.ts';

/** The region that people leave, or that goes, at a step. */
export const leftAt = (region: Region, move: Move, step: MoveStep): Region => {
  const { people, to } = move;
  const locations = locationsOf(region, move);
  const isMoved = reached(step, 'move-people');
  const life: Life = {
    ...region.life,
    extent: extentOfLeft(region, move, step),
    keeps: isMoved && step !== 'forget' ? joined(region.life.keeps, people) : region.life.keeps,
    waiting: step === 'hold' ? joined<DnsLocation>(people, locations) : [],
  };
  const own = { ...region, life, buckets: bucketsAt(region, move, step) };
  if (!isMoved) return own;
  if (move.kind === 'standby' && to !== null)
    return { ...own, fallback: { kind: 'region', region: to } };
  const serves = without(region.serves, people);
  return {
    ...own,
    serves,
    regulations: region.regulations.filter(
      (law) => binds(law, [...serves, ...life.keeps, region.country]) || !binds(law, people),
    ),
    dns: { ...region.dns, locations: without<DnsLocation>(region.dns.locations, locations) },
  };
};

const extentOfLeft = (region: Region, move: Move, step: MoveStep): Life['extent'] => {
  if (!endsItsRegion(move) || !reached(step, 'drain')) return region.life.extent;
  return reached(step, 'destroy') ? 'remains' : 'platform';
};

// Replication is for who stands by. It would take the backups along, and objects of before it not: people copy those
// of a move (`copy` in config/src/moves/stages/).
const bucketsAt = ({ buckets }: Region, { kind, to }: Move, step: MoveStep): Region['buckets'] =>
  kind === 'standby' && reached(step, 'move-people')
    ? buckets.map((bucket) => ({ ...bucket, replicatesTo: to }))
    : buckets;
