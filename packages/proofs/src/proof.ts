import type { Problem } from '@bizflow/kernel';

/** What was shown of the whole rendered fleet, or what contradicts it. */
export type Proof =
  | {
      readonly proof: string;
      readonly claim: string;
      readonly holds: true;
      /** What was looked at, one line each. */
      readonly witness: readonly string[];
    }
  | {
      readonly proof: string;
      readonly claim: string;
      readonly holds: false;
      /** One problem for each place at which the claim is wrong. */
      readonly counterExamples: readonly Problem[];
    };

/** What the rules of one proof found: problems, and otherwise what they looked at. */
export interface Finding {
  readonly problems: readonly Problem[];
  readonly witness: readonly string[];
}

/** A claim holds when its rules report no problem. */
export const proofOf = (proof: string, claim: string, { problems, witness }: Finding): Proof =>
  problems.length === 0
    ? { proof, claim, holds: true, witness }
    : { proof, claim, holds: false, counterExamples: problems };
