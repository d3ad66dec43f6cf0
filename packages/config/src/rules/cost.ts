import { type Problem, unless } from '@bizflow/region-catalog';
import { costRows } from '../cost.ts';
import { vcpus } from '../cost-sizes.ts';
import type { Fleet } from '../fleet.ts';
import { show } from './show.ts';

/** A region by no row of the table: a render goes on, for a new region has no price yet. */
const unpriced = ({ cost, catalog }: Pick<Fleet, 'cost' | 'catalog'>): readonly Problem[] =>
  Object.values(catalog)
    .filter(({ id, status }) => status !== 'disabled' && !Object.hasOwn(cost.monthlyUsd, id))
    .map(({ id }) => ({
      code: 'COST_UNPRICED',
      severity: 'warning',
      at: `cost.monthlyUsd['${show(id)}']`,
      value: 'missing',
      reason: `has no row in the table, so it is priced by the row of ${show(cost.reference)}`,
      remedy: 'write its monthly prices, and its sizes in pricedSizes: packages/config/src/cost.ts',
    }));

/** Every price is a price, every priced region has the sizes it was priced at, and all are known. */
export const costs = ({ cost, catalog }: Fleet): readonly Problem[] => [
  ...unpriced({ cost, catalog }),
  ...Object.entries(cost.monthlyUsd).flatMap(([region, usd]) => [
    ...costRows.flatMap((row) =>
      unless(
        Number.isInteger(usd[row]) && usd[row] >= 0,
        'COST_AMOUNT',
        `cost.monthlyUsd['${region}'].${row}`,
        `${usd[row]}`,
        'is no whole number of dollars',
        'write the amount of the table',
      ),
    ),
    ...unless(
      Object.values(cost.pricedSizes[region as keyof typeof cost.pricedSizes] ?? [0]).every(
        (size) => size > 0,
      ),
      'COST_SIZES',
      `cost.pricedSizes['${region}']`,
      'missing',
      'the table prices this region, and nothing says for which sizes',
      'write the sizes the region had when it was priced, each above 0',
    ),
  ]),
  ...unless(
    Object.hasOwn(cost.monthlyUsd, cost.reference),
    'COST_REFERENCE',
    'cost.reference',
    show(cost.reference),
    'has no row in the table, so no other place can be priced by it',
    'name a region of the table',
  ),
  ...cost.commitments.flatMap(({ row, savesPercent }) =>
    unless(
      savesPercent > 0 && savesPercent < 100,
      'COST_SAVING',
      `cost.commitments.${row}.savesPercent`,
      `${savesPercent}`,
      'is no share between 0 and 100 percent',
      'write 50 for 50 %',
    ),
  ),
  ...Object.values(catalog).flatMap(({ id, cluster, database, redis }) =>
    [
      ['cluster.nodes.instance', cluster.nodes.instance],
      ['database.instance', database.instance],
      ['redis.node', redis.node],
    ].flatMap(([field, instance = '']) =>
      unless(
        vcpus(instance) !== undefined,
        'COST_INSTANCE',
        `${id}.${field}`,
        show(instance),
        'is of a size whose vCPUs are not known, so its cost cannot be scaled',
        'choose medium, large or a whole multiple of xlarge',
      ),
    ),
  ),
];
