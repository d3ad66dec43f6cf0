import type { Problem } from '@bizflow/kernel';
import { describe } from './describe.ts';

/** The one error this repository throws. Match on the problems' codes; the message is for people. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`${count}; nothing was written`, ...describe(problems)].join('\n'));
    this.problems = problems;
  }
}
