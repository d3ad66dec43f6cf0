import { freeze } from '@bizflow/kernel';
import type { Move } from './move.ts';

/** The moves that are on their way, in the order in which they began; each has a file in `under-way/`. */
export const moves: readonly Move[] = freeze([]);
