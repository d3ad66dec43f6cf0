import type { Fleet } from '@bizflow/config';
import { placesOf, stages } from '@bizflow/config/moves';
import { type Move, placed, type Sheets } from '@bizflow/region-catalog/moves';
import type { Waits } from './course-of.ts';

/** The ids of what people are asked for at each step of a move, in a fleet with these fact sheets. */
export const waitsIn = (fleet: Fleet, sheets: Sheets, move: Move): Waits => {
  const catalog = placed(sheets, [move]);
  const places = placesOf({ ...fleet, sheets, catalog, moves: [move] }, move);
  return (step) => (places === undefined ? [] : stages[step].waits(places).map(({ id }) => id));
};
