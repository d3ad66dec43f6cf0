import { costRows, priceList } from '@bizflow/config/cost';
import type { RenderedLine } from '@bizflow/proofs';
import type { Estimate } from './estimate.ts';
import { row, unique } from './table.ts';

/** The budget of a cluster's place. */
export interface PlaceBudget {
  readonly place: string;
  readonly usd: number;
}

/** What is rendered, as the document draws its table, then thing by thing, then what is not counted. */
export const renderedTable = (
  { rendered, unpriced }: Pick<Estimate, 'rendered' | 'unpriced'>,
  budgets: readonly PlaceBudget[],
): readonly string[] => [
  'What is rendered: US dollars a month on demand, without what is billed by use; beside its budget',
  ...unique(rendered.map(({ environment }) => environment)).flatMap((environment) => {
    const own = rendered.filter((line) => line.environment === environment);
    return ['', ...places(environment, own, budgets), '', ...items(own)];
  }),
  '',
  '* some prices of the region are derived: its own were not read (docs/decisions/0066)',
  '',
  'Not counted, because it is billed by use:',
  ...unpriced.map(({ item, count, billedBy }) => `    ${count} ${item}: ${billedBy}`),
  ...beside.map((use) => `    ${use}`),
];

/** What is billed by use of things that are counted. */
const beside = [
  'capacity units of load balancers, requests to web ACLs',
  'gigabytes through firewalls, NAT gateways, endpoints and Transit Gateways, and to the Internet',
  'pods above their fewest, nodes above their fewest, backups above the size of a database',
];

const places = (
  environment: string,
  lines: readonly RenderedLine[],
  budgets: readonly PlaceBudget[],
): readonly string[] => [
  row(environment, [...costRows, 'total', 'budget']),
  ...unique(lines.map(({ region }) => region)).map((region) => {
    const own = lines.filter((line) => line.region === region);
    const budget = budgets.find(({ place }) => place === `${environment}/${region}`);
    return sums(region, own, budget === undefined ? '-' : `${budget.usd}`);
  }),
  sums('total', lines, ''),
];

const sums = (name: string, lines: readonly RenderedLine[], budget: string): string =>
  row(name, [
    ...costRows.map((column) => {
      const own = lines.filter((line) => line.row === column);
      const derived = name !== 'total' && own.some((line) => line.derived);
      return `${total(own)}${derived ? '*' : ' '}`;
    }),
    `${total(lines)} `,
    budget,
  ]);

/** Each kind of thing in all places of an environment, the dearest first. */
const items = (lines: readonly RenderedLine[]): readonly string[] =>
  unique(lines.map(({ item }) => item))
    .map((item) => {
      const own = lines.filter((line) => line.item === item);
      const count = own.reduce((sum, line) => sum + line.count, 0);
      return { usd: total(own), count: Number(count.toFixed(1)), unit: priceList[item].unit };
    })
    .toSorted((one, other) => other.usd - one.usd)
    .map(({ usd, count, unit }) => `${`${usd}`.padStart(8)}  ${count} ${unit}`);

const total = (lines: readonly RenderedLine[]): number =>
  Math.round(lines.reduce((sum, { usd }) => sum + usd, 0));
