import { expect, it } from 'vitest';
import { exampleEdge } from '../../testing/example-edge.ts';
import type { EdgePolicy } from './edge-policy.ts';
import { edgePolicyRules } from './edge-policy-rules.ts';

const codes = (change: Partial<EdgePolicy>) =>
  edgePolicyRules({ ...exampleEdge, ...change }).map(({ code }) => code);
const paths = (change: Partial<EdgePolicy['paths']>) =>
  codes({ paths: { ...exampleEdge.paths, ...change } });

it('finds nothing wrong with a sound policy', () => {
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

it.each([
  [0, 5000],
  [5001, 5000],
  [1500, 6000],
  [Number.NaN, 5000],
])('refuses a budget of %d within %d', (budgetWcu, ceilingWcu) => {
  expect(codes({ capacity: { budgetWcu, ceilingWcu } })).toEqual(['EDGE_CAPACITY']);
});
