import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';
import { nth } from './fleets.ts';

const prices = (draft: Draft) => Object.values(draft.cost.monthlyUsd);

/** Breaks the cost table. */
export const cost: readonly Breakage[] = [
  ['half a dollar', (d) => Object.assign(prices(d)[0] ?? {}, { EKS: 0.5 }), 'COST_AMOUNT'],
  ['a row that is free', (d) => Object.assign(prices(d)[0] ?? {}, { RDS: 0 }), 'COST_AMOUNT'],
  ['a price without sizes', (d) => delete d.cost.pricedSizes['xx-west-1'], 'COST_SIZES'],
  [
    'a region priced at no size',
    (d) => Object.assign(d.cost.pricedSizes['xx-west-1'] ?? {}, { cacheVcpu: 0 }),
    'COST_SIZES',
  ],
  [
    'a node of thousands of vCPUs',
    (d) => Object.assign(d.cost.pricedSizes['xx-west-1'] ?? {}, { cacheVcpu: 6000 }),
    'COST_SIZES',
  ],
  [
    'a volume larger than RDS has',
    (d) => Object.assign(d.cost.pricedSizes['xx-west-1'] ?? {}, { databaseGb: 65_537 }),
    'COST_SIZES',
  ],
  [
    'a region that has lost its row',
    (d) => {
      delete d.cost.monthlyUsd['xx-north-1'];
      delete d.cost.pricedSizes['xx-north-1'];
    },
    'COST_UNPRICED',
  ],
  ['a reference without a price', (d) => (d.cost.reference = 'unknown'), 'COST_REFERENCE'],
  [
    'a budget of nothing',
    (d) => Object.assign(d.cost.budgetsUsd, { 'production/xx-west-1': 0 }),
    'COST_BUDGET',
  ],
  [
    'an account of ten times its clusters',
    (d) => Object.assign(d.cost.accountsUsd, { production: 10 * d.cost.accountsUsd.production }),
    'COST_BUDGET',
  ],
  [
    'an account with half a dollar',
    (d) => Object.assign(d.cost.accountsUsd, { delivery: 0.5 }),
    'COST_BUDGET',
  ],
  [
    'a reference without a budget',
    (d) => (d.cost.budgetsUsd = { 'production/xx-north-1': 100 }),
    'COST_BUDGET',
  ],
  [
    'a second commitment for one row, which no estimate would count',
    (d) => d.cost.commitments.push({ ...nth(d.cost.commitments, 0), savesPercent: 10 }),
    'FACT_TWICE',
  ],
  [
    'a saving of everything',
    (d) => Object.assign(d.cost.commitments[0] ?? {}, { savesPercent: 100 }),
    'COST_SAVING',
  ],
  [
    'an instance of unknown size',
    (d) => (d.catalog['xx-west-1'].cluster.nodes.instance = 'm6g.metal'),
    'INSTANCE_UNKNOWN',
    'COST_INSTANCE',
  ],
];
