import { type CostLine, costRows, scaling, totalUsd } from '@bizflow/config/cost';

/** The estimate as the document draws it: a line a region, a column a service, a block an environment. */
export const costTable = (lines: readonly CostLine[]): readonly string[] => [
  "The document's table: US dollars a month before commitments; the last column has them bought",
  ...unique(lines.map(({ environment }) => environment)).flatMap((environment) => {
    const own = lines.filter((line) => line.environment === environment);
    return [
      '',
      row(environment, [...costRows, 'total', 'committed']),
      ...unique(own.map(({ region }) => region)).map((region) =>
        sums(
          region,
          own.filter((line) => line.region === region),
        ),
      ),
      sums('total', own),
    ];
  }),
  ...footnotes(lines),
];

const sums = (name: string, lines: readonly CostLine[]): string =>
  row(name, [
    ...costRows.map((column) => {
      const own = lines.filter((line) => line.row === column);
      const scaled = name !== 'total' && own.some(({ basis }) => basis === 'scaled');
      return `${totalUsd(own)}${scaled ? '*' : ' '}`;
    }),
    `${totalUsd(lines)} `,
    `${lines.reduce((sum, { committedUsd }) => sum + committedUsd, 0)}`,
  ]);

/** A line of a table: a name, and cells in columns. */
export const row = (name: string, cells: readonly string[]): string =>
  [name.padEnd(16), ...cells.map((cell) => cell.padStart(14))].join('').trimEnd();

const footnotes = (lines: readonly CostLine[]): readonly string[] => {
  const scaled = unique(lines.filter(({ basis }) => basis === 'scaled').map((line) => line.row));
  return scaled.length === 0
    ? []
    : [
        '',
        '* no price of the document: its row, scaled',
        ...scaled.map((name) => `    ${name.padEnd(14)} ${scaling[name].by}`),
      ];
};

/** Each of some things once, in their order. */
export const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
