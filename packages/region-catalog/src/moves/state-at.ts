import type { Region } from '../region.ts';
import type { Catalog } from '../sheet-of.ts';
import type { Sheets } from '../sheets.ts';
import { enteredAt } from './entered-at.ts';
import { leftAt } from './left-at.ts';
import { settledLife } from './life.ts';
import type { Move, MoveStep } from './move.ts';
import { endsItsRegion } from './steps.ts';

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

const mapped = <T>(regions: Readonly<Record<string, T>>, change: (region: T) => Region): Catalog =>
  Object.fromEntries(
    Object.entries(regions).map(([id, region]) => [id, change(region)]),
  ) as unknown as Catalog;
