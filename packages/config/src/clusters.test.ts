import { expect, it } from 'vitest';
import { changed, nth, plain } from '../testing/fleets.ts';
import { type Cluster, clusters } from './clusters.ts';
import { environments } from './environments.ts';
import type { Fleet } from './fleet.ts';
import { fleetProblems } from './problems.ts';

const cluster = (id: string): Cluster =>
  nth(
    clusters(plain()).filter((candidate) => candidate.id === id),
    0,
  );

const ids = (fleet: Fleet): readonly string[] => clusters(fleet).map(({ id }) => id);

const documented = [
  'production/ap-south-1',
  'production/ap-southeast-1',
  'production/me-south-1',
  'production/eu-west-2',
  'staging/ap-south-1',
];

it('has the clusters of the document, in its order: four in production and one in staging', () => {
  expect(ids(plain()).filter((id) => documented.includes(id))).toEqual(documented);
});

it('has in production one cluster per region that is not disabled, and then those of staging', () => {
  const { catalog } = plain();
  const open = Object.values(catalog).filter(({ status }) => status !== 'disabled');
  expect(ids(plain())).toEqual([
    ...open.map(({ id }) => `production/${id}`),
    ...environments.staging.sites.map(({ region }) => `staging/${region}`),
  ]);
});

it('takes production from the catalog and staging from its own network', () => {
  const { catalog } = plain();
  expect(cluster('production/ap-south-1').network).toEqual(catalog['ap-south-1'].network);
  expect(cluster('staging/ap-south-1').network.vpc).toBe('10.101.0.0/16');
});

it('writes at home everywhere in the document but in Singapore, which writes to India', () => {
  for (const { id, network, writerNetwork } of documented.map(cluster)) {
    const singapore = id === 'production/ap-southeast-1';
    expect(writerNetwork).toEqual(singapore ? cluster('production/ap-south-1').network : network);
  }
});

it('writes in every cluster to the writer that the fact sheet of its region names', () => {
  for (const { network, writerNetwork, environment, region } of clusters(plain())) {
    const { writer } = region.database;
    const home = writer === region.id ? network : cluster(`${environment.name}/${writer}`).network;
    expect(writerNetwork).toEqual(home);
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
  expect(ids(plain()).filter((id) => id.endsWith('/ap-south-1'))).toHaveLength(2);
  expect(ids(off)).toEqual(ids(plain()).filter((id) => !id.endsWith('/ap-south-1')));
});

it('keeps the cluster of an impaired region', () => {
  const weak = changed((draft) => (draft.catalog['me-south-1'].status = 'impaired'));
  expect(ids(weak)).toEqual(ids(plain()));
  expect(fleetProblems(weak)).toEqual([]);
});
