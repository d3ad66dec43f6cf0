import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { clusters } from '../clusters/clusters.ts';
import { edge } from '../edge/edge.ts';
import { environments } from '../environments/environments.ts';
import { repository, sourceRepository } from '../environments/repository.ts';
import { services } from '../services/services.ts';
import { delivery, homeRegistry, imageRegions, registryRegions } from './delivery.ts';

it('builds for whatever a service computes on, Graviton first', () => {
  for (const { compute } of services)
    expect(delivery.architectures).toContain(compute.architecture);
  expect(delivery.architectures[0]).toBe('arm64');
});

it('pushes to the registry that staging pulls from, which is one of those that are waited for', () => {
  const fleet = committed;
  const staging = clusters(fleet).filter(({ environment }) => environment.name === 'staging');
  expect(staging.map(({ registry }) => registry)).toEqual([homeRegistry(fleet)]);
  const regions = registryRegions(fleet);
  expect(regions).toContain(delivery.region);
  expect(new Set(regions)).toEqual(new Set(clusters(fleet).map(({ region }) => region.id)));
  expect(regions).toHaveLength(new Set(regions).size);
});

it('carries images to every registry but that of a region that is to be destroyed', () => {
  const [gone, ...others] = registryRegions(committed).toReversed();
  if (gone === undefined) throw new RangeError('the fleet has regions');
  const region = committed.catalog[gone];
  const remains = { ...region, life: { ...region.life, extent: 'remains' as const } };
  const fleet = { ...committed, catalog: { ...committed.catalog, [gone]: remains } };
  expect(imageRegions(committed)).toEqual(registryRegions(committed));
  expect(imageRegions(fleet)).toEqual(others.toReversed());
  expect(registryRegions(fleet)).toContain(gone);
});

it('measures staging by the limits of production', () => {
  expect(delivery.performance).toMatchObject({ maxErrorRatio: 0.01, p95Ms: 1000, p99Ms: 3000 });
  expect(environments.production.canary.maxErrorRatio).toBe(delivery.performance.maxErrorRatio);
});

it('asks more of a pod than the edge lets through, so that no load passes the edge', () => {
  const { seconds, requestsPerSecond } = delivery.performance;
  expect(seconds * requestsPerSecond).toBeGreaterThan(edge.rates.api.limit);
});

it('knows the repository of each service beside the platform’s own', () => {
  expect(services.map(sourceRepository)).not.toContain(repository);
  expect(sourceRepository({ name: 'api' })).toBe('https://github.com/bizflow/api.git');
});
