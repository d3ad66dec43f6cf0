import { exampleFleet, nth, plain } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { clusters } from '../clusters/clusters.ts';
import * as names from './index.ts';

const { loadBalancerHost, roleArn, roleName, secretName } = names;

const fleet = exampleFleet();
const called = (id: string) =>
  nth(
    clusters(fleet).filter((cluster) => cluster.id === id),
    0,
  );
const hub = called('production/xx-central-1');
const staging = called('staging/xx-central-1');

it('names a role by environment, region and service', () => {
  expect(roleName(hub, { name: 'api' })).toBe('bizflow-production-xx-central-1-api');
  expect(roleArn(staging, { name: 'api' })).toBe(
    `arn:aws:iam::${fleet.assigned.accounts.staging.value}:role/bizflow-staging-xx-central-1-api`,
  );
});

it('names a secret by environment, region and purpose', () => {
  expect(secretName(hub, 'database')).toBe('bizflow/production/xx-central-1/database');
});

it('names a load balancer by region, in the zone of its environment', () => {
  expect(loadBalancerHost(hub)).toBe('xx-central-1.alb.bizflow.app');
  expect(loadBalancerHost(staging)).toBe('xx-central-1.alb.staging.bizflow.app');
});

it('names the origins of CloudFront by region, and CloudFront itself by zone', () => {
  expect(names.cdnHost(hub)).toBe('xx-central-1.cdn.bizflow.app');
  expect(names.cdnPublicHost(hub.environment)).toBe('cdn.bizflow.app');
  expect(names.cdnOriginHost(hub.environment)).toBe('origin.cdn.bizflow.app');
  expect(names.cdnSecurityGroupName(hub)).toBe('bizflow-production-xx-central-1-cdn');
});

it('names an Argo CD by region, and a group as its user pool does', () => {
  expect(names.argoCdHost(staging)).toBe('xx-central-1.argocd.staging.bizflow.app');
  expect(names.argoCdCallback(hub)).toBe('https://xx-central-1.argocd.bizflow.app/auth/callback');
  expect(names.issuer(hub)).toBe(`https://cognito-idp.xx-central-1.amazonaws.com/${hub.userPool}`);
  expect(names.groupInToken(hub, 'approvers')).toBe(`${hub.userPool}_bizflow-release-approvers`);
});

it('names the secrets of CloudFront by environment, because every region has them', () => {
  expect(names.originSecretNames(hub.environment)).toEqual({
    blue: 'bizflow/production/origin/blue',
    green: 'bizflow/production/origin/green',
  });
  // A header that ends at the load balancer has no business with a name of a standard.
  expect(names.originHeader).toMatch(/^x-bizflow-[a-z]+$/);
});

it('names the public names of tenants by zone', () => {
  expect(names.apiHost(staging.environment)).toBe('api.staging.bizflow.app');
});

it('names the two web ACLs of a cluster by their profile', () => {
  expect(names.webAclName(hub)).toBe('bizflow-production-xx-central-1-direct');
  expect(names.originWebAclName(hub)).toBe('bizflow-production-xx-central-1-origin');
});

it('gives no two clusters one role, secret, load balancer, web ACL or security group', () => {
  const given = clusters(plain()).flatMap((cluster) => [
    ...plain().services.map((service) => roleArn(cluster, service)),
    secretName(cluster, 'database'),
    loadBalancerHost(cluster),
    names.cdnHost(cluster),
    names.argoCdHost(cluster),
    names.issuer(cluster),
    names.webAclName(cluster),
    names.originWebAclName(cluster),
    names.cdnSecurityGroupName(cluster),
  ]);
  expect(new Set(given).size).toBe(given.length);
});
