import { freeze } from '@bizflow/kernel';

/** Which EC2 instances Karpenter may choose from, in every pool; our decision. */
export const instanceFamilies = freeze({
  /** Compute, general and memory: Karpenter takes the cheapest that fits the pods that wait. */
  categories: ['c', 'm', 'r'],
  /** Graviton 2 is generation 6: what is older costs more for the same work. */
  newerThanGeneration: 5,
});
