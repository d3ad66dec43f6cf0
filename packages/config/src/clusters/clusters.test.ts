import { exampleFleet, nth, plain } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { environments } from '../environments/environments.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { fleetRules } from '../fleet/fleet-rules.ts';
import { type Cluster, clusters, hasPlatform, runsServices } from './clusters.ts';

const cluster = (id: string): Cluster =>
  nth(
    clusters(plain()).filter((candidate) => candidate.id === id),
    0,
  );

const ids = (fleet: Fleet): readonly string[] => clusters(fleet).map(({ id }) => id);

it('has in production one cluster per region, and then those of staging', () => {
  const { catalog } = plain();
  expect(ids(plain())).toEqual([
    ...Object.values(catalog).map(({ id }) => `production/${id}`),
    ...environments.staging.sites.map(({ region }) => `staging/${region}`),
  ]);
});

it('takes production from the catalog and staging from its own network', () => {
  const { catalog } = plain();
  for (const { environment, region, network } of clusters(plain())) {
    const site = environments.staging.sites.find((own) => own.region === region.id);
    const own = environment.name === 'staging' ? site?.network : catalog[region.id].network;
    expect(network).toEqual(own);
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
  const { assigned } = plain();
  for (const { registry, region } of clusters(plain())) {
    expect(registry).toBe(`${assigned.accounts.delivery.value}.dkr.ecr.${region.id}.amazonaws.com`);
  }
});

it('keeps the accounts of staging and production apart', () => {
  const accounts = Map.groupBy(clusters(plain()), ({ account }) => account);
  for (const [, own] of accounts) expect(new Set(own.map((c) => c.environment.name)).size).toBe(1);
  expect(accounts.size).toBe(2);
});

it('keeps the cluster of a region that is to be destroyed, and leaves staging there as it is', () => {
  const hub = 'xx-central-1';
  const going = exampleFleet((draft) => {
    draft.catalog[hub].life.extent = 'remains';
  });
  expect(ids(going)).toEqual(ids(exampleFleet()));
  const there = clusters(going).filter(({ id }) => id.endsWith(`/${hub}`));
  expect(there.map((one) => [one.environment.name, hasPlatform(one), runsServices(one)])).toEqual([
    ['production', false, false],
    ['staging', true, true],
  ]);
});

it('keeps the cluster of an impaired region', () => {
  const weak = exampleFleet((draft) => {
    draft.catalog['xx-north-1'].status = 'impaired';
  });
  expect(ids(weak)).toEqual(ids(exampleFleet()));
  expect(fleetRules(weak)).toEqual([]);
});
