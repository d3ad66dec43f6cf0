import type { ProofName } from '@bizflow/proofs';
import type { ShownName } from './shown.ts';

/** The teams of CODEOWNERS that answer for what is open. */
export const teams = ['data-protection', 'security', 'platform'] as const;

/** Who answers for something, as CODEOWNERS names it without `@bizflow/`. */
export type Team = (typeof teams)[number];

/** What the rendered fleet answers to duties of one kind. */
export type Answer = Covered | Open;

/** Proofs cover it, as far as `rest` does not say otherwise. */
export interface Covered {
  readonly owner: Team;
  readonly proofs: readonly ProofName[];
  /** What is shown, for a reader who knows no code. */
  readonly says: string;
  readonly lines: readonly ShownName[];
  /** What no proof shows and the duty asks for all the same; null where nothing is left. */
  readonly rest: string | null;
}

/** No proof covers it. */
export interface Open {
  readonly owner: Team;
  readonly proofs: readonly [];
  /** What is missing. */
  readonly open: string;
  /** What exists and does not suffice, with lines that show it. */
  readonly lines: readonly ShownName[];
}
