import { clusters, fleetRules } from '@bizflow/config';
import type { DedicatedTenant } from '@bizflow/config/tenancy';
import { regionForCountry } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { committed } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { schemaRules } from '../rules/schema-rules.ts';

const acme: DedicatedTenant = {
  name: 'acme',
  country: 'FR',
  region: regionForCountry('FR').region,
  quota: { pods: 20, cpu: 8, memoryGi: 16 },
};
const fleet = { ...committed, tenants: [acme] };
const files = clusters(fleet).flatMap((cluster) =>
  clusterFiles(cluster, fleet).filter(({ path }) => path.includes('/tenants/')),
);

it('renders a dedicated tenant only in its own region, in production', () => {
  expect(fleetRules(fleet).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(files.length).toBeGreaterThan(5);
  for (const { path } of files) {
    expect(path.startsWith(`gitops/production/${acme.region}/tenants/acme/`)).toBe(true);
  }
});

it('renders nothing for a tenant that is pooled', () => {
  const pooled = clusters(committed).flatMap((cluster) => clusterFiles(cluster, committed));
  expect(pooled.filter(({ path }) => path.includes('/tenants/'))).toEqual([]);
});

it('keeps the tenant in its namespace, under its own identity and quota', () => {
  for (const { path, body } of files) {
    expect(schemaRules(body, path)).toEqual([]);
    expect(body.metadata.labels).toMatchObject({ 'bizflow.io/tenant': 'acme' });
    const home = body.kind === 'Namespace' ? body.metadata.name : body.metadata.namespace;
    expect(home).toBe('tenant-acme');
  }
  const quota = files.find(({ body }) => body.kind === 'ResourceQuota')?.body;
  expect(quota).toHaveProperty('spec.hard.pods', '20');
});

it("lets the tenant's pods talk to each other and the platform, and to no other tenant", () => {
  const policies = files
    .filter(({ body }) => body.kind === 'NetworkPolicy')
    .map(({ body }) => body);
  expect(policies.map(({ metadata }) => metadata.name)).toEqual([
    'default-deny',
    'tenant-isolation',
  ]);
  const planes = JSON.stringify(policies).match(/"bizflow.io\/plane":"[a-z]+"/g) ?? [];
  expect(new Set(planes)).toEqual(new Set(['"bizflow.io/plane":"platform"']));
});
