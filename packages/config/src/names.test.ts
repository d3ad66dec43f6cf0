import { expect, it } from 'vitest';
import { nth, plain } from '../scripts/testing/fleets.ts';
import { clusters } from './clusters.ts';
import { loadBalancerHost, roleArn, roleName, secretName } from './names.ts';

const fleet = plain();
const all = clusters(fleet);
const called = (id: string) =>
  nth(
    all.filter((cluster) => cluster.id === id),
    0,
  );
const india = called('production/ap-south-1');
const staging = called('staging/ap-south-1');

it('names a role by environment, region and service', () => {
  expect(roleName(india, { name: 'api' })).toBe('bizflow-production-ap-south-1-api');
  expect(roleArn(staging, { name: 'api' })).toBe(
    `arn:aws:iam::${fleet.minted.accounts.staging.value}:role/bizflow-staging-ap-south-1-api`,
  );
});

it('names a secret by environment, region and purpose', () => {
  expect(secretName(india, 'database')).toBe('bizflow/production/ap-south-1/database');
});

it('names a load balancer by region, in the zone of its environment', () => {
  expect(loadBalancerHost(india)).toBe('ap-south-1.alb.bizflow.app');
  expect(loadBalancerHost(staging)).toBe('ap-south-1.alb.staging.bizflow.app');
});

it('gives no two clusters one role, secret or load balancer', () => {
  const names = all.flatMap((cluster) => [
    ...fleet.services.map((service) => roleArn(cluster, service)),
    secretName(cluster, 'database'),
    loadBalancerHost(cluster),
  ]);
  expect(new Set(names).size).toBe(names.length);
});
