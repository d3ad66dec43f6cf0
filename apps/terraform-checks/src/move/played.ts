import type { Problem } from '@bizflow/kernel';
import type { Deviation } from '../rehearsal/deviations.ts';

/** What a step of a move shows. */
export interface Played {
  readonly applies: number;
  readonly deviations: readonly Deviation[];
  readonly problems: readonly Problem[];
}
