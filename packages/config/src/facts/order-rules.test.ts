import { expect, it } from 'vitest';
import { allFacts } from './all-facts.ts';
import { orderRules } from './order-rules.ts';

/** The facts with other numbers in the sampler's policy. */
const sampling = (other: Readonly<Record<string, number>>) => ({
  ...allFacts,
  tracing: {
    sampling: { ...allFacts.tracing.sampling, ...other },
    collectors: allFacts.tracing.collectors,
  },
});

it('finds the facts in order', () => {
  expect(orderRules()).toEqual([]);
});

it('names a number that is above its limit, whose unit may be another', () => {
  expect(orderRules(sampling({ slowMilliseconds: 15_001 }))).toEqual([
    {
      code: 'FACT_ORDER',
      severity: 'error',
      at: 'tracing.sampling.slowMilliseconds',
      value: '15001',
      reason:
        'must be at most 15000, as tracing.sampling.decisionWaitSeconds says: a slow trace would be decided before it ends',
      remedy: 'choose a smaller value, or raise the other one',
    },
  ]);
});

it('reports a number that is missing', () => {
  expect(orderRules({}).length).toBeGreaterThan(10);
});
