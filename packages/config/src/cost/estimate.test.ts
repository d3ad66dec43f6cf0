import { called, exampleFleet, plain } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { budget } from './budgets.ts';
import { costEstimate } from './estimate.ts';
import { cost, costRows } from './prices.ts';
import { scaling, vcpus } from './sizes.ts';

const production = (fleet: Fleet) =>
  costEstimate(fleet).filter(({ environment }) => environment === 'production');

it('moves only the row of what is resized', () => {
  const larger = exampleFleet((draft) => {
    draft.catalog['xx-west-1'].database.instance = 'db.r6g.4xlarge';
  });
  const before = production(exampleFleet());
  const moved = production(larger).filter(({ usd }, index) => usd !== before[index]?.usd);
  expect(moved).toEqual([
    expect.objectContaining({ region: 'xx-west-1', row: 'RDS', basis: 'scaled' }),
  ]);
});

it('prices a place that the document does not know by the row of the reference region', () => {
  const without = (region: string) =>
    costEstimate(
      exampleFleet(({ cost }) => {
        delete cost.monthlyUsd[region];
        delete cost.pricedSizes[region];
      }),
    ).filter((line) => line.region === region && line.environment === 'production');
  // The two are of one size, and so of one price.
  const reference = production(exampleFleet()).filter(({ region }) => `${region}` === 'xx-west-1');
  expect(without('xx-north-1').map(({ usd }) => usd)).toEqual(reference.map(({ usd }) => usd));
  expect(without('xx-north-1').every(({ basis }) => basis === 'scaled')).toBe(true);
});

it('knows no price of staging, and scales one', () => {
  const staging = costEstimate(plain()).filter(({ environment }) => environment === 'staging');
  expect(staging.length).toBe(costRows.length);
  expect(staging.every(({ basis }) => basis === 'scaled')).toBe(true);
});

it('counts more when a service is added, in every cluster and in no other row', () => {
  const more = exampleFleet((draft) => {
    draft.services.push({ ...structuredClone(called(draft, 'api')), name: 'billing' });
  });
  const before = costEstimate(exampleFleet());
  const moved = costEstimate(more).filter(({ usd }, index) => usd !== before[index]?.usd);
  expect(new Set(moved.map(({ row }) => row))).toEqual(new Set(['EKS']));
  expect(moved).toHaveLength(clusters(more).length);
});

it('gives each cluster its own budget, by the tags of its environment and region', () => {
  const fleet = plain();
  const budgets = clusters(fleet).map((cluster) => budget(cluster, fleet));
  expect(new Set(budgets.map(({ name }) => name)).size).toBe(budgets.length);
  expect(budgets.map(({ tags }) => tags['bizflow:region'])).toEqual(
    clusters(fleet).map(({ region }) => region.id),
  );
});

it.each([
  ['db.r6g.2xlarge', 8],
  ['db.r6g.xlarge', 4],
  ['cache.r6g.large', 2],
  ['m6g.16xlarge', 64],
  ['m6g.medium', 1],
  ['m6g.metal', undefined],
  ['m6g.constructor', undefined],
  ['', undefined],
])('counts the vCPUs of %s: %s', (instance, count) => {
  expect(vcpus(instance)).toBe(count);
});

it.each(costRows)('scales %s to itself when nothing changes', (row) => {
  for (const sizes of Object.values(cost.pricedSizes)) {
    expect(scaling[row].ratio(sizes, sizes)).toBeCloseTo(1, 12);
  }
});
