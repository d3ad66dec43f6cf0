import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { promotion } from './promotion.ts';
import type { PromoteOptions } from './promotion-rules.ts';
import { writeLock } from './write-lock.ts';

/** Writes a promotion's next step into the lock, or throws and does not change it. */
export function promote(tree: Tree, options: PromoteOptions): () => void {
  const facts = factsOf(tree);
  const step = promotion(facts, options);
  if ('problems' in step) throw new GeneratorError(step.problems);
  writeLock(tree, facts, step.lock);
  // Nx calls nothing back after a dry run, which must say which wave it would be.
  console.log(step.said);
  return () => {
    console.log('next: run npx nx generate @bizflow/generator:render, then merge;');
    console.log('when the Rollouts of this wave are healthy, promote the next wave');
  };
}
