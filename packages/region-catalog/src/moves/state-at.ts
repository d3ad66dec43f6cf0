import { type CountryCode, euMembers } from '../countries.ts';
import type { DnsLocation } from '../dns-location.ts';
import type { Region } from '../region.ts';
import { type RegulationCode, regulations } from '../regulations.ts';
import type { Catalog } from '../sheet-of.ts';
import type { Sheets } from '../sheets.ts';
import { type Life, settledLife } from './life.ts';
import type { DataWay, Move, MoveStep } from './move.ts';
import { beginsItsRegion, endsItsRegion, reached } from './steps.ts';

/** The regions as their fact sheets have them, when no move has begun. */
export const settled = (sheets: Sheets): Catalog =>
  mapped(sheets, (sheet) => ({ ...sheet, life: { ...settledLife, keeps: [], waiting: [] } }));

/** The regions as they are at the present steps of some moves. */
export const placed = (sheets: Sheets, moves: readonly Move[]): Catalog =>
  moves.reduce((catalog, move) => stateAt(catalog, move, move.step), settled(sheets));

/**
 * The regions at a step of a move: who is answered where, what is copied, and how much of a region there is.
 * Pure; everything that a move means follows from here. `catalog` is as it was before the move began.
 */
export const stateAt = (catalog: Catalog, move: Move, step: MoveStep): Catalog => {
  const gone = endsItsRegion(move) && step === 'forget';
  const rest = Object.entries(catalog).filter(([id]) => !(gone && id === move.from));
  return mapped(Object.fromEntries(rest) as unknown as Catalog, (region) => {
    if (region.id === move.from) return leftAt(region, move, step);
    return region.id === move.to ? enteredAt(region, catalog, move, step) : region;
  });
};

/** The locations of the region that follow the people: all of them where all go, or those of who goes. */
export const locationsOf = (from: Region, { people }: Pick<Move, 'people'>) => {
  const all = from.serves.every((country) => people.includes(country));
  return from.dns.locations.filter((location) => {
    if (all) return people.length > 0;
    if (location === '*') return false;
    return location === 'EU'
      ? euMembers.every((country) => people.includes(country))
      : people.includes(location);
  });
};

const leftAt = (region: Region, move: Move, step: MoveStep): Region => {
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

/** How data comes across that is not there from the first minute, and does come. */
const copied: readonly DataWay['by'][] = ['rows', 'backup'];

const enteredAt = (region: Region, catalog: Catalog, move: Move, step: MoveStep): Region => {
  const { people, data, from } = move;
  const isMoved = reached(step, 'move-people');
  const isCopied = reached(step, 'copy');
  const keeps = isCopied && !isMoved ? joined(region.life.keeps, people) : region.life.keeps;
  const copies =
    isCopied && copied.includes(data.by) && !reached(step, 'drain')
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

const binds = (law: RegulationCode, people: readonly CountryCode[]): boolean =>
  people.some((country) => (regulations[law]?.protects as readonly string[])?.includes(country));

/** The laws that protect some people, in the order of the table. */
export const lawsOf = (people: readonly CountryCode[]): readonly RegulationCode[] =>
  (Object.keys(regulations) as RegulationCode[]).filter((law) => binds(law, people));

const joined = <T>(own: readonly T[], more: readonly T[]): readonly T[] => [
  ...own,
  ...more.filter((one) => !own.includes(one)),
];

const without = <T>(own: readonly T[], less: readonly T[]): readonly T[] =>
  own.filter((one) => !less.includes(one));

const mapped = <T>(regions: Readonly<Record<string, T>>, change: (region: T) => Region): Catalog =>
  Object.fromEntries(
    Object.entries(regions).map(([id, region]) => [id, change(region)]),
  ) as unknown as Catalog;
