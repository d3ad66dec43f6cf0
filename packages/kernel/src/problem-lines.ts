import type { Problem } from './problem.ts';

/** A place and what is there: a value that is missing is not a value to a person, and one that reads so is in quotes. */
export const valued = ({ at, value }: Pick<Problem, 'at' | 'value'>): string =>
  value === 'undefined' ? at : `${at} = ${value}`;

/** A problem as every command prints it: what and where, why, and what to do; three lines. */
export const problemLines = (problem: Problem): readonly string[] => [
  `${problem.code}  ${valued(problem)}`,
  `  ${problem.reason}`,
  `  -> ${problem.remedy}`,
];
