import { catalog } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { edge } from './edge.ts';
import { edgeCatalogRules } from './edge-catalog-rules.ts';

const codes = (change: Partial<Parameters<typeof edgeCatalogRules>[0]>) =>
  edgeCatalogRules({ ...edge, ...change }, catalog).map(({ code }) => code);

it('finds nothing wrong with the committed policy', () => {
  expect(codes({})).toEqual([]);
});

it('rejects a health check that Route 53 does not use', () => {
  const found = codes({ paths: { ...edge.paths, health: '/healthz' } });
  expect(new Set(found)).toEqual(new Set(['EDGE_HEALTH_PATH']));
});

it('refuses to lock out a country that a region serves', () => {
  expect(codes({ highRiskCountries: ['IN', 'KP', 'DE'] })).toEqual([
    'EDGE_BLOCKS_TENANTS',
    'EDGE_BLOCKS_TENANTS',
  ]);
});
