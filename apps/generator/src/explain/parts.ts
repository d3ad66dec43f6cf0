import { fleet } from '@bizflow/config';
import { trees } from '../plan.ts';
import type { Part } from '../trees/rendered-tree.ts';

/** Everything that is rendered, part by part and without the rules, of the facts and what the two locks pin. */
export const partsOf = (...locks: Parameters<typeof fleet>): readonly Part[] => {
  const facts = fleet(...locks);
  return trees.flatMap((tree) => tree.parts(facts));
};
