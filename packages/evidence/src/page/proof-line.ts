import type { Proof } from '@bizflow/proofs';

/** A proof with its result, as an item of a list. */
export const proofLine = ({ proof, holds, claim }: Proof): string =>
  `Proof \`${proof}\` ${holds ? 'holds' : 'FAILS'}: ${claim}.`;
