import { overlaps } from '@bizflow/kernel';
import { catalog } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { environments } from './environments.ts';

it('runs production wherever the catalog has a region, from main, behind an approval', () => {
  expect(environments.production).toMatchObject({
    sites: 'catalog',
    branch: 'main',
    approval: true,
    cdn: true,
    zone: 'bizflow.app',
  });
});

it('gives staging a network that overlaps no region', () => {
  const [{ network }] = environments.staging.sites;
  for (const region of Object.values(catalog)) {
    expect(overlaps(network.vpc, region.network.vpc)).toBe(false);
  }
});

it('gives staging its own zone below the public one', () => {
  expect(environments.staging.zone).toBe(`staging.${environments.production.zone}`);
});
