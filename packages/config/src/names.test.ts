import { expect, it } from 'vitest';
import { nth, plain } from '../testing/fleets.ts';
import { clusters } from './clusters.ts';
import * as names from './names.ts';

const { loadBalancerHost, roleArn, roleName, secretName } = names;

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

it('names what stands behind CloudFront by region, and what stands before it by zone', () => {
  expect(names.cdnHost(india)).toBe('ap-south-1.cdn.bizflow.app');
  expect(names.cdnPublicHost(india.environment)).toBe('cdn.bizflow.app');
  expect(names.cdnOriginHost(india.environment)).toBe('origin.cdn.bizflow.app');
  expect(names.cdnSecurityGroupName(india)).toBe('bizflow-production-ap-south-1-cdn');
});

it('names the secrets of CloudFront by environment, for they stand in every region', () => {
  expect(names.originSecretNames(india.environment)).toEqual({
    blue: 'bizflow/production/origin/blue',
    green: 'bizflow/production/origin/green',
  });
  // A header that ends at the load balancer has no business with a name of a standard.
  expect(names.originHeader).toMatch(/^x-bizflow-[a-z]+$/);
});

it('names what tenants ask for by zone', () => {
  expect(names.apiHost(staging.environment)).toBe('api.staging.bizflow.app');
});

it('names the two web ACLs of a cluster by their profile', () => {
  expect(names.webAclName(india)).toBe('bizflow-production-ap-south-1-direct');
  expect(names.originWebAclName(india)).toBe('bizflow-production-ap-south-1-origin');
});

it('gives no two clusters one role, secret, load balancer, web ACL or security group', () => {
  const given = all.flatMap((cluster) => [
    ...fleet.services.map((service) => roleArn(cluster, service)),
    secretName(cluster, 'database'),
    loadBalancerHost(cluster),
    names.cdnHost(cluster),
    names.webAclName(cluster),
    names.originWebAclName(cluster),
    names.cdnSecurityGroupName(cluster),
  ]);
  expect(new Set(given).size).toBe(given.length);
});
