/** A table of Markdown: its headings, then its rows. A bar inside a cell is escaped. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] =>
  rows.length === 0 ? [] : [row(headings), row(headings.map(() => '---')), ...rows.map(row), ''];

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A heading with what is below it; nothing where nothing is. */
export const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, '', ...lines];

/** Items of a list, one line each. */
export const list = (items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [...items.map((item) => `- ${item}`), ''];
