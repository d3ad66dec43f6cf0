import { counted, type Fault, type Problem, problem } from '@bizflow/kernel';
import { describe } from './describe.ts';

/** The one error this repository throws. Match on the problems' codes; the message is for people. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError';
  readonly problems: readonly Problem[];

  /** `effect` is what a person fears; a command that only reads leaves it out. */
  constructor(problems: readonly Problem[], effect = '; nothing was written') {
    super([`${counted(problems.length, 'problem')}${effect}`, ...describe(problems)].join('\n'));
    this.problems = problems;
    // A mistake in a fact has no use for a stack, and Nx offers one wherever there is one.
    this.stack = '';
  }
}

/** Throws a {@link GeneratorError} with the problems, if there are any. */
export const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new GeneratorError(problems);
};

/** The error of one fault, to throw. */
export const refusal = (fault: Fault): GeneratorError => new GeneratorError([problem(fault)]);
