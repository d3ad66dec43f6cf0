import { readFileSync } from 'node:fs';
import type { Accepted } from './provider-range.ts';

/** What is accepted at each end of the provider's range, with its reason. */
export interface AcceptedAtEnds {
  readonly lower: readonly Accepted[];
  readonly later: readonly Accepted[];
}

/** Reads the list next to the command. */
export const acceptedAtEnds = (): AcceptedAtEnds =>
  JSON.parse(readFileSync(new URL('../../checks/provider-range.json', import.meta.url), 'utf8'));
