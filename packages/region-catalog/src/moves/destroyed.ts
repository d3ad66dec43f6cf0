import { freeze } from '@bizflow/kernel';

/** A region whose Terraform state a person has seen empty. */
export interface Destroyed {
  /** Its id; no fact sheet has it any more. */
  readonly region: string;
  readonly by: string;
  /** Where the evidence is. */
  readonly evidence: string;
}

/** Regions that were destroyed. A render takes the Terraform roots of these away, and of no other that holds data. */
export const destroyed: readonly Destroyed[] = freeze([]);
