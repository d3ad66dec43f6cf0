import type { Problem } from '@bizflow/kernel';
import { refuse } from './error.ts';
import type { Live } from './fact-sources/constant-of.ts';
import { placedProblems } from './fact-sources/placed-problems.ts';
import { sourcesIn } from './fact-sources/source-of.ts';

/**
 * Throws a {@link GeneratorError} with the problems of facts, if there are any, each with the line to correct: of the
 * facts as they are written, also where others that follow from them are refused.
 */
export const refuseFacts = (
  tree: Parameters<typeof sourcesIn>[0],
  problems: readonly Problem[],
  live?: Live,
): void => refuse(problems.length === 0 ? [] : placedProblems(problems, sourcesIn(tree), live));
