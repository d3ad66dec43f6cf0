import type { Problem } from '@bizflow/kernel';

/** Problems as a person reads them: what and where, why, and what to do; three lines each. */
export const describe = (problems: readonly Problem[]): readonly string[] =>
  problems.flatMap(({ code, at, value, reason, remedy }) => [
    '',
    `${code}  ${at} = ${value}`,
    `  ${reason}`,
    `  -> ${remedy}`,
  ]);

/** Warnings with the same code, reason and remedy, printed once with all their places. */
export const summarize = (problems: readonly Problem[]): readonly string[] => {
  const groups = Map.groupBy(problems, ({ code, reason, remedy }) =>
    [`${code}  ${reason}`, `  -> ${remedy}`].join('\n'),
  );
  return [...groups].flatMap(([heading, members]) => [
    heading,
    ...members.map(({ at, value }) => `  ${at} = ${value}`),
  ]);
};
