import { type Fleet, fleetRules, type ImageLock } from '@bizflow/config';
import type { Tree } from '@nx/devkit';
import { refuse } from '../error.ts';
import { imageLock, lockPath, lockText } from '../lock.ts';
import { isError } from '../plan.ts';

/** Writes a lock if it can be read back and adds no problem of a rule. */
export function writeLock(tree: Tree, facts: Fleet, lock: ImageLock): void {
  const text = lockText(lock);
  const read = imageLock({ read: () => text as never });
  const known = new Set(fleetRules(facts).map((problem) => JSON.stringify(problem)));
  refuse(
    fleetRules({ ...facts, lock: read })
      .filter(isError)
      .filter((problem) => !known.has(JSON.stringify(problem))),
  );
  tree.write(lockPath, text);
}
