import type { Fleet } from '@bizflow/config';
import type { MoveStep } from '@bizflow/region-catalog/moves';

/** The fleet at a step of a move. */
export interface State {
  readonly step: MoveStep;
  readonly fleet: Fleet;
}

/** Names in a line; of very many the first. */
export const named = (countries: readonly string[]): string =>
  countries.length <= 40 ? countries.join(', ') : `${countries.slice(0, 12).join(', ')} and others`;
