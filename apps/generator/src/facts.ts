import { type Fleet, fleet } from '@bizflow/config';
import type { Tree } from '@nx/devkit';
import { shapeProblems } from './catalog-shape.ts';
import { GeneratorError } from './error.ts';
import { imageLock } from './lock.ts';

/** What every generator starts from: the facts in their right shape, with the images of the lock. */
export function factsOf(tree: Pick<Tree, 'read'>): Fleet {
  const shape = shapeProblems();
  if (shape.length > 0) throw new GeneratorError(shape);
  return fleet(imageLock(tree));
}
