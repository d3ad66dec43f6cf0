import { contains } from '@bizflow/kernel';
import { catalog } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { environments } from '../environments/environments.ts';
import { dataPorts, unroutableRanges } from './addresses.ts';

it.each([
  'the instance metadata service 169.254.169.254/32',
  'a pod in a secondary range 100.64.0.1/32',
  'a VPC peer 172.16.0.1/32',
])('counts %s as private', (text) => {
  const address = text.slice(text.lastIndexOf(' ') + 1);
  expect(unroutableRanges.some((range) => contains(range, address))).toBe(true);
});

it('counts every network of the fleet as private', () => {
  const networks = [
    ...Object.values(catalog).map(({ network }) => network),
    ...environments.staging.sites.map(({ network }) => network),
  ];
  for (const { vpc } of networks) {
    expect(unroutableRanges.some((range) => contains(range, vpc))).toBe(true);
  }
});

it('opens the ports that RDS for PostgreSQL and ElastiCache listen on', () => {
  expect(dataPorts).toEqual({ database: 5432, redis: 6379 });
});
