import { GeneratorError } from './error.ts';
import type { Run } from './given.ts';

/** A command that only reads: its problems do not say that nothing was written. */
export const readOnly =
  <Options, Result>(run: Run<Options, Result>): Run<Options, Result> =>
  async (tree, options) => {
    try {
      return await run(tree, options);
    } catch (error) {
      throw error instanceof GeneratorError ? new GeneratorError(error.problems, '') : error;
    }
  };
