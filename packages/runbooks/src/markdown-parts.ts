/** A row of a Markdown table. */
export const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The first two rows of one. */
export const heads = (...cells: readonly string[]): readonly string[] => [
  row(...cells),
  row(...cells.map(() => '---')),
];

/** Lines of shell. */
export const code = (...lines: readonly string[]): readonly string[] => ['```sh', ...lines, '```'];

/** A heading, what it means, and the numbered steps of a person. */
export const section = (
  heading: string,
  what: string,
  ...steps: readonly string[]
): readonly string[] => [
  `## ${heading}`,
  '',
  what,
  '',
  ...steps.map((step, index) => `${index + 1}. ${step}`),
  '',
];
