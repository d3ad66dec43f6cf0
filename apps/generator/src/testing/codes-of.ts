import { GeneratorError } from '../error.ts';

/** The codes of what a command refuses. */
export const codesOf = (run: () => unknown): readonly string[] => {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof GeneratorError) return error.problems.map(({ code }) => code);
    throw error;
  }
};
