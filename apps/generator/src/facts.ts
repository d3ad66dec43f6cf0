import { type Fleet, fleet, fleetProblems } from '@bizflow/config';
import type { Problem } from '@bizflow/region-catalog';
import type { Tree } from '@nx/devkit';
import { shapeProblems } from './catalog-shape.ts';
import { GeneratorError } from './error.ts';
import { imageLock } from './lock.ts';
import { isError } from './plan.ts';

/** What every generator starts from: the facts in their right shape, with the images of the lock. */
export function factsOf(tree: Pick<Tree, 'read'>): Fleet {
  const facts = fleet(imageLock(tree));
  const shape = shapeProblems();
  if (shape.length > 0) throw new GeneratorError([...shape, ...others(facts, shape)]);
  return facts;
}

/** What the rules still have to say of misshapen facts, about other places than the shape does. */
function others(facts: Fleet, shape: readonly Problem[]): readonly Problem[] {
  const named = new Set(shape.map(({ at }) => at));
  try {
    return fleetProblems(facts).filter((problem) => isError(problem) && !named.has(problem.at));
  } catch {
    // The rules rely on the shape: where they cannot go on, the shape is what to mend first.
    return [];
  }
}
