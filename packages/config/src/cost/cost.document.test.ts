import { called, changed, nth, plain, usual } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { strategies } from '../../testing/cost-strategies.ts';
import { clusters } from '../clusters/clusters.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { budget } from './budgets.ts';
import { costEstimate, totalUsd } from './estimate.ts';
import { cost, costRows } from './prices.ts';

const columns = Object.values(cost.monthlyUsd);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What the document priced: its own regions and its two services, even if more exist now. */
const priced = (change: Parameters<typeof changed>[0] = () => undefined): Fleet =>
  changed((draft) => {
    draft.services = ['api', 'whatsapp-worker'].map((name) => called(draft, name));
    change(draft);
  }, usual);
const production = (fleet: Fleet) =>
  costEstimate(fleet).filter(
    ({ environment, region }) =>
      environment === 'production' && Object.hasOwn(cost.monthlyUsd, region),
  );

it("adds up to the document's totals, row by row, column by column and as a whole", () => {
  expect(costRows.map((row) => sum(columns.map((column) => column[row])))).toEqual([
    3700, 3000, 1000, 700, 1000, 750,
  ]);
  expect(columns.map((column) => sum(Object.values(column)))).toEqual([4100, 2100, 1850, 2100]);
  expect(sum(columns.flatMap((column) => Object.values(column)))).toBe(10_150);
});

it("prices the UAE as the document's column does, row by row", () => {
  expect(Object.values(cost.monthlyUsd['me-south-1'])).toEqual([600, 600, 200, 100, 200, 150]);
});

it("estimates the document's regions at the document's prices as long as nothing is resized", () => {
  const lines = production(priced());
  expect(totalUsd(lines)).toBe(10_150);
  expect(lines.every(({ basis }) => basis === 'document')).toBe(true);
});

it("applies the document's commitments: 10,150 dollars become 6,300", () => {
  expect(
    cost.commitments.map(({ row, years, savesPercent }) => [row, years, savesPercent]),
  ).toEqual([
    ['EKS', 3, 50],
    ['RDS', 3, 55],
    ['ElastiCache', 1, 35],
  ]);
  expect(sum(production(priced()).map(({ committedUsd }) => committedUsd))).toBe(6300);
});

it("leaves no budget below the document's column", () => {
  const fleet = priced();
  for (const cluster of clusters(fleet).filter(
    ({ environment }) => environment.sites === 'catalog',
  )) {
    const column = costEstimate(fleet).filter(
      ({ environment, region }) =>
        environment === cluster.environment.name && region === cluster.region.id,
    );
    expect([cluster.id, budget(cluster, fleet).limitUsd >= totalUsd(column)]).toEqual([
      cluster.id,
      true,
    ]);
  }
});

it("names the document's six strategies, and the facts bear each out", () => {
  const fleet = plain();
  const regions = Object.values(fleet.catalog);
  const graviton = /^(?:db\.|cache\.)?[a-z]+\d+g[a-z]*\./;
  const arm = regions.every(({ cluster, database, redis }) =>
    [cluster.nodes.instance, database.instance, redis.node].every((type) => graviton.test(type)),
  );
  const worker = nth(
    fleet.services.filter(({ name }) => name === 'whatsapp-worker'),
    0,
  );
  expect(strategies.map(({ state }) => state)).toEqual([
    arm && worker.compute.architecture === 'amd64' ? 'partly' : 'applied',
    worker.compute.kind === 'fargate' ? 'not offered' : 'applied',
    regions.every(({ buckets }) => buckets.every((b) => b.storageClass === 'INTELLIGENT_TIERING'))
      ? 'applied'
      : 'partly',
    ...['applied', 'applied', 'applied'],
  ]);
  expect(nth(strategies, 1).evidence).toContain('decisions/0005');
});
