import type { Value } from '../../root-file.ts';

/** A number on a graph, or an expression over others: one line of a widget's `metrics`. */
export type Line = readonly Value[];

/** A horizontal line that an alarm draws. */
export type Limit = { readonly label: string; readonly value: number };

/** A widget before it has a place. */
export type Panel = {
  readonly type: 'metric' | 'log' | 'text' | 'alarm';
  readonly properties: Properties;
};
type Properties = { readonly [property: string]: Value };

/** A dashboard's body (CloudWatch, "Dashboard body structure and syntax"). */
export type Dashboard = {
  readonly widgets: readonly (Panel & {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  })[];
};

/** CloudWatch's grid is 24 wide; a widget of numbers is 6 high. */
const grid = { width: 24, height: 6 };

/** Rows of panels, each as wide as its row allows. */
export const dashboard = (rows: readonly (readonly Panel[])[]): Dashboard => {
  const heights = rows.map((row) => (row.every(({ type }) => type === 'text') ? 2 : grid.height));
  return {
    widgets: rows.flatMap((row, index) => {
      const width = Math.floor(grid.width / row.length);
      const y = heights.slice(0, index).reduce((sum, height) => sum + height, 0);
      const height = heights[index] ?? grid.height;
      return row.map((panel, column) => ({ ...panel, x: column * width, y, width, height }));
    }),
  };
};

/** A graph of numbers over time, with the thresholds of alarms. */
export const graph = (
  title: string,
  region: string,
  lines: readonly Line[],
  limits: readonly Limit[] = [],
): Panel => ({
  type: 'metric',
  properties: {
    title,
    region,
    view: 'timeSeries',
    stacked: false,
    period: 60,
    metrics: lines,
    yAxis: { left: { min: 0 } },
    ...(limits.length === 0 ? {} : { annotations: { horizontal: limits } }),
  },
});

/** A table of what a query finds in the log groups of one region. */
export const table = (title: string, region: string, logGroup: string, query: string): Panel => ({
  type: 'log',
  properties: { title, region, view: 'table', query: `SOURCE '${logGroup}' | ${query}` },
});

/** Words. */
export const words = (markdown: string): Panel => ({ type: 'text', properties: { markdown } });

/** The state of alarms at a glance. */
export const states = (title: string, alarms: readonly string[]): Panel => ({
  type: 'alarm',
  properties: { title, alarms },
});
