import { catalog } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { type EdgePolicy, edge } from './edge.ts';
import { edgePolicyRules } from './edge-rules.ts';

const codes = (change: Partial<EdgePolicy>) =>
  edgePolicyRules({ ...edge, ...change }, catalog).map(({ code }) => code);
const paths = (change: Partial<EdgePolicy['paths']>) =>
  codes({ paths: { ...edge.paths, ...change } });

it('finds nothing wrong with the committed policy', () => {
  expect(codes({})).toEqual([]);
});

it.each(['/Admin', '/%61dmin', '//admin', '/a/../admin', 'admin', '', '/admin?x', '/admin/./x'])(
  'refuses the path "%s", which WAF would never match',
  (text) => {
    expect(paths({ admin: [text] })).toEqual(['EDGE_PATH']);
  },
);

it('refuses a prefix that loosens more than it says', () => {
  expect(paths({ webhook: ['/webhooks'] })).toEqual(['EDGE_PATH_OPEN']);
  expect(paths({ api: ['/api'], upload: ['/up'] })).toEqual(['EDGE_PATH_OPEN', 'EDGE_PATH_OPEN']);
});

it('refuses a health check that Route 53 does not ask for', () => {
  expect(new Set(paths({ health: '/healthz' }))).toEqual(new Set(['EDGE_HEALTH_PATH']));
});

it('refuses to lock out a country that a region serves', () => {
  expect(codes({ highRiskCountries: ['IN', 'KP', 'DE'] })).toEqual([
    'EDGE_BLOCKS_TENANTS',
    'EDGE_BLOCKS_TENANTS',
  ]);
});

it.each([
  [0, 5000],
  [5001, 5000],
  [1500, 6000],
  [Number.NaN, 5000],
])('refuses a budget of %d within %d', (budgetWcu, ceilingWcu) => {
  expect(codes({ capacity: { budgetWcu, ceilingWcu } })).toEqual(['EDGE_CAPACITY']);
});
