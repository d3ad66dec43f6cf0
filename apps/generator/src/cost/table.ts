import { type CostLine, type CostRow, costRows, scaling, totalUsd } from '@bizflow/config/cost';

/** The estimate as the document draws it: a line a region, a column a service, a block an environment. */
export const costTable = (lines: readonly CostLine[]): readonly string[] => [
  'US dollars a month before commitments; the last column has them bought',
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

const row = (name: string, cells: readonly string[]): string =>
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

/** What a change costs: each row that moved, and the sum of all. */
export const costDelta = (
  before: readonly CostLine[],
  after: readonly CostLine[],
): readonly string[] => {
  const moved = unique([...before, ...after].map(place)).flatMap((key) => {
    const [was, is] = [before, after].map((lines) =>
      totalUsd(lines.filter((line) => place(line) === key)),
    );
    return was === is ? [] : [`${key}  ${was} -> ${is}  (${signed((is ?? 0) - (was ?? 0))})`];
  });
  const change = totalUsd(after) - totalUsd(before);
  return [
    ...(moved.length === 0 ? ['no row moved'] : moved),
    `total  ${totalUsd(before)} -> ${totalUsd(after)}  (${signed(change)} a month, ${signed(12 * change)} a year)`,
  ];
};

const place = ({ environment, region, row: name }: CostLine): string =>
  `${environment}/${region}  ${name satisfies CostRow}`;

const signed = (amount: number): string => (amount < 0 ? `${amount}` : `+${amount}`);

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
