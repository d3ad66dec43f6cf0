import { type Fleet, fleet, fleetRules } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { readChartsLock } from './charts/charts-lock.ts';
import { sourcesIn } from './fact-sources/source-of.ts';
import { lockPath, readLock } from './lock.ts';
import { isError } from './plan.ts';
import { refuseFacts } from './refuse-facts.ts';
import { catalogShapeRules } from './rules/catalog-shape-rules.ts';
import { factShapeRules } from './rules/fact-shape-rules.ts';

/**
 * What every generator starts from: the facts in their right shape, with what the two locks pin.
 * Otherwise it throws a {@link GeneratorError} with all that is wrong with any of them.
 */
export function factsOf(tree: Pick<Tree, 'read'>): Fleet {
  const { lock, problems } = readLock(tree);
  const { charts, problems: unreadable } = readChartsLock(tree);
  const read = sourcesIn(tree);
  const misshapen = [...catalogShapeRules(), ...factShapeRules(read)];
  const malformed = [...problems, ...unreadable];
  // What reads a fact of a wrong shape would stumble, or report what only follows from it.
  if (misshapen.length > 0) refuseFacts(tree, [...misshapen, ...malformed]);
  const facts = fleet(lock, charts);
  if (malformed.length > 0) refuseFacts(tree, allWrong(facts, malformed));
  return facts;
}

/** What is malformed, and what the rules report about other facts. */
export function allWrong(facts: Fleet, malformed: readonly Problem[]): readonly Problem[] {
  const named = malformed.map(({ at }) => at);
  const isNamed = ({ at }: Problem): boolean =>
    named.some((place) => place === at || (place.startsWith(lockPath) && isWithin(place, at)));
  try {
    const others = fleetRules(facts).filter(isError);
    return [...malformed, ...others.filter((problem) => !isNamed(problem))];
  } catch {
    // The rules rely on the shape: if they throw, fix the shape first.
    return malformed;
  }
}

// A missing part of a malformed image is not a second problem.
const isWithin = (one: string, other: string): boolean =>
  one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
