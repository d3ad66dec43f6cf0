import { counted, type Problem, problemLines, valued } from '@bizflow/kernel';

/** Problems as a person reads them: what and where, why, and what to do; three lines each. */
export const describe = (problems: readonly Problem[]): readonly string[] =>
  problems.flatMap((one) => ['', ...problemLines(one)]);

/** Warnings with the same code, reason and remedy, printed once with all their places. */
export const summarize = (problems: readonly Problem[]): readonly string[] => {
  const groups = Map.groupBy(problems, ({ code, reason, remedy }) =>
    [`${code}  ${reason}`, `  -> ${remedy}`].join('\n'),
  );
  return [...groups].flatMap(([heading, members]) => [
    heading,
    ...members.map((one) => `  ${valued(one)}`),
  ]);
};

/**
 * Warnings as every render prints them: of values that are still to come one line a kind, and the whole of all others.
 * `more` is what a person runs to see each.
 */
export const folded = (problems: readonly Problem[], more: string): readonly string[] => {
  const isExample = ({ code }: Problem): boolean => code === 'PLACEHOLDER_VALUE';
  const examples = problems.filter(isExample);
  const kinds = Map.groupBy(examples, ({ reason, remedy }) => `${reason} ${remedy}`);
  const lines = [...kinds.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [`${first.code}  ${first.at}${and(others)}: ${first.reason}`],
  );
  return [
    ...summarize(problems.filter((one) => !isExample(one))),
    ...lines,
    ...(lines.length > 0 ? [`  -> ${more} says of each what to do`] : []),
  ];
};

const and = ({ length }: readonly Problem[]): string =>
  length === 0 ? '' : ` and ${counted(length, 'other')}`;
