import { expect, it } from 'vitest';
import { metricRules } from './metric-rules.ts';

const metric = {
  namespace: 'BizFlow',
  name: 'orders',
  unit: 'Count',
  emitter: 'application',
} as const;
const said = (dimensions: readonly string[]) =>
  metricRules({ orders: { ...metric, dimensions } }, { orders: ['channel'] });

it('finds nothing in the metrics as they are', () => {
  expect(metricRules()).toEqual([]);
  expect(said(['service.name', 'channel'])).toEqual([]);
});

it('names a dimension that applications do not send', () => {
  expect(said(['chanel'])).toEqual([
    {
      code: 'METRIC_DIMENSION',
      severity: 'error',
      at: 'metrics.metrics.orders.dimensions',
      value: 'chanel',
      reason: 'is not sent with orders, so that nothing is found by it',
      remedy: 'use service.name, channel, or send it: packages/metrics/src/metrics.ts',
    },
  ]);
});

it('leaves dimensions of AWS to the rules of alarms', () => {
  const facts = {
    cpu: { ...metric, emitter: 'RDS', dimensions: ['DBInstanceIdentifier'] },
  } as const;
  expect(metricRules(facts, {})).toEqual([]);
});
