import { expect, it } from 'vitest';
import { edge } from './edge.ts';

it('limits one address as the section "Rate Limiting" says', () => {
  const said = Object.entries(edge.rates).map(
    ([kind, { limit, windowSeconds, action }]) =>
      `${kind}: ${limit} in ${windowSeconds} s, ${action}`,
  );
  expect(said).toEqual([
    'api: 1000 in 300 s, block',
    'login: 10 in 60 s, block',
    'webhook: 100 in 60 s, block',
  ]);
});

it('logs no credentials', () => {
  expect(edge.redactedHeaders).toContain('authorization');
});
