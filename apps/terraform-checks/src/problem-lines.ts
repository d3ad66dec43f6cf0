import { problemLines as linesOf, type Problem } from '@bizflow/kernel';

/** Problems as the commands of this app print them: what and where, why, and what to do. */
export const problemLines = (problems: readonly Problem[]): readonly string[] =>
  problems.flatMap(linesOf);
