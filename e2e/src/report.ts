/** What came of one suite. */
export interface Line {
  readonly suite: string;
  readonly objects: number;
  readonly holds: number;
  readonly fails: number;
  readonly seconds: number;
}

const heads = ['suite', 'objects', 'holds', 'fails', 'seconds'];

/** One table over all suites: objects, passed and failed sentences, and seconds. */
export function table(lines: readonly Line[]): string {
  const cells = lines.map(({ suite, objects, holds, fails, seconds }) => [
    suite,
    ...[objects, holds, fails].map(String),
    seconds.toFixed(1),
  ]);
  const rows = [heads, ...cells];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const padded = (row: readonly string[]) =>
    row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
  return rows.map((row) => padded(row).join('  ')).join('\n');
}
