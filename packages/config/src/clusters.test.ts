import { expect, it } from 'vitest';
import { changed, nth, plain } from '../scripts/testing/fleets.ts';
import { type Cluster, clusters } from './clusters.ts';
import { fleetProblems } from './problems.ts';

const cluster = (id: string): Cluster =>
  nth(
    clusters(plain()).filter((candidate) => candidate.id === id),
    0,
  );

it('has four clusters in production and one in staging', () => {
  expect(clusters(plain()).map(({ id }) => id)).toEqual([
    'production/ap-south-1',
    'production/ap-southeast-1',
    'production/me-south-1',
    'production/eu-west-2',
    'staging/ap-south-1',
  ]);
});

it('takes production from the catalog and staging from its own network', () => {
  const { catalog } = plain();
  expect(cluster('production/ap-south-1').network).toEqual(catalog['ap-south-1'].network);
  expect(cluster('staging/ap-south-1').network.vpc).toBe('10.101.0.0/16');
});

it('writes at home everywhere but in Singapore, which writes to India', () => {
  for (const { id, network, writerNetwork, environment } of clusters(plain())) {
    const singapore = id === 'production/ap-southeast-1';
    const india = cluster(`${environment.name}/ap-south-1`).network;
    expect(writerNetwork).toEqual(singapore ? india : network);
  }
});

it('pulls images from the registry of its own region, in the delivery account', () => {
  const { minted } = plain();
  for (const { registry, region } of clusters(plain())) {
    expect(registry).toBe(`${minted.accounts.delivery.value}.dkr.ecr.${region.id}.amazonaws.com`);
  }
});

it('keeps the accounts of staging and production apart', () => {
  expect(cluster('staging/ap-south-1').account).not.toBe(cluster('production/ap-south-1').account);
});

it('has no cluster in a disabled region, whichever environment has a site there', () => {
  const off = changed((draft) => (draft.catalog['ap-south-1'].status = 'disabled'));
  expect(clusters(off).map(({ id }) => id)).toEqual([
    'production/ap-southeast-1',
    'production/me-south-1',
    'production/eu-west-2',
  ]);
});

it('keeps the cluster of an impaired region', () => {
  const weak = changed((draft) => (draft.catalog['me-south-1'].status = 'impaired'));
  expect(clusters(weak)).toHaveLength(5);
  expect(fleetProblems(weak)).toEqual([]);
});
