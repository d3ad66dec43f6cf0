import { type Problem, unless, warnUnless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { costRows } from './prices.ts';
import { sizeRules } from './size-rules.ts';
import { vcpus } from './sizes.ts';

/** A region by no row of the table: a render goes on, for a new region has no price yet. */
const unpriced = ({ cost, catalog }: Pick<Fleet, 'cost' | 'catalog'>): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id }) =>
    warnUnless(Object.hasOwn(cost.monthlyUsd, id), {
      code: 'COST_UNPRICED',
      at: `cost.monthlyUsd['${id}']`,
      value: 'missing',
      reason: `has no row in the cost table, so its cost is estimated from the row of ${cost.reference}`,
      remedy:
        'write its monthly prices, and its sizes in pricedSizes: packages/config/src/cost/prices.ts',
    }),
  );

/** Every price is a price, every priced region has the sizes it was priced at, and all are known. */
export const costRules = (fleet: Fleet): readonly Problem[] => [
  ...unpriced(fleet),
  ...table(fleet),
  ...commitments(fleet),
  ...instances(fleet),
  ...budgets(fleet),
];

/** Ten times the dearest place of the document: more is a mistyped number. */
const mostUsd = 50_000;

const table = ({ cost }: Fleet): readonly Problem[] => [
  ...Object.entries(cost.monthlyUsd).flatMap(([region, usd]) => [
    ...costRows.flatMap((row) =>
      unless(Number.isInteger(usd[row]) && usd[row] >= 1 && usd[row] <= mostUsd, {
        code: 'COST_AMOUNT',
        at: `cost.monthlyUsd['${region}'].${row}`,
        value: usd[row],
        reason: `must be a whole number of dollars >= 1 and <= ${mostUsd}: with 0 in its row, a place would be free at any size`,
        remedy: 'write the amount of the table',
      }),
    ),
    ...sizeRules(region, cost.pricedSizes[region as keyof typeof cost.pricedSizes]),
  ]),
  ...unless(Object.hasOwn(cost.monthlyUsd, cost.reference), {
    code: 'COST_REFERENCE',
    at: 'cost.reference',
    value: cost.reference,
    reason: 'has no row in the cost table, so no other region can be estimated from it',
    remedy: 'name a region of the table',
  }),
];

const commitments = ({ cost }: Fleet): readonly Problem[] =>
  cost.commitments.flatMap(({ row, savesPercent }) =>
    unless(savesPercent > 0 && savesPercent < 100, {
      code: 'COST_SAVING',
      at: `cost.commitments.${row}.savesPercent`,
      value: savesPercent,
      reason: 'must be > 0 and < 100 percent',
      remedy: 'write 50 for 50 %',
    }),
  );

const instances = ({ catalog }: Fleet): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, cluster, database, redis }) =>
    [
      ['cluster.nodes.instance', cluster.nodes.instance],
      ['database.instance', database.instance],
      ['redis.node', redis.node],
    ].flatMap(([field, instance = '']) =>
      unless(vcpus(instance) !== undefined, {
        code: 'COST_INSTANCE',
        at: `${id}.${field}`,
        value: instance,
        reason: 'has a size with an unknown number of vCPUs, so its cost cannot be scaled',
        remedy: 'choose medium, large or a whole multiple of xlarge',
      }),
    ),
  );

// A reference without a row is a problem of its own.
const budgets = (fleet: Fleet): readonly Problem[] => {
  const { accountsUsd, budgetsUsd, monthlyUsd, reference } = fleet.cost;
  const limits: Readonly<Record<string, number | undefined>> = {
    ...(Object.hasOwn(monthlyUsd, reference) ? { [`production/${reference}`]: undefined } : {}),
    ...budgetsUsd,
  };
  return [
    ...amountRules('budgetsUsd', limits, () => mostUsd),
    ...amountRules('accountsUsd', accountsUsd, (account) => mostOf(account, budgetsUsd)),
  ];
};

/** What has no region costs less than all regions; an account of three times their budgets is a mistyped number. */
const mostOf = (account: string, budgetsUsd: Readonly<Record<string, number>>): number => {
  const own = Object.entries(budgetsUsd).filter(([place]) => place.startsWith(`${account}/`));
  return Math.max(mostUsd, 3 * own.reduce((sum, [, usd]) => sum + usd, 0));
};

const amountRules = (
  field: string,
  limits: Readonly<Record<string, number | undefined>>,
  mostIn: (place: string) => number,
): readonly Problem[] =>
  Object.entries(limits).flatMap(([place, usd]) =>
    unless(usd !== undefined && Number.isInteger(usd) && usd > 0 && usd <= mostIn(place), {
      code: 'COST_BUDGET',
      at: `cost.${field}['${place}']`,
      value: usd ?? 'missing',
      reason: `must be a whole number of dollars >= 1 and <= ${mostIn(place)}; a place without one gets the reference region's`,
      remedy:
        'write what the cost generator estimates of the rendered files, and a margin for usage',
    }),
  );
